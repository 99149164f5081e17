"""What the operator configured: one TOML file, checked key by key."""

from gouji.settings.home import make_home
from gouji.settings.language import Language, language
from gouji.settings.loading import load
from gouji.settings.model import (
    Brake,
    FolderSetting,
    ListSetting,
    MailSetting,
    NoticeSetting,
    OperatorSetting,
    PagesSetting,
    RemoteSetting,
    RosterSetting,
    RulesSetting,
    Schedule,
    Settings,
    SourceSetting,
    TemplatesSetting,
    TrackerSetting,
    WebsiteSetting,
    WebTable,
    When,
)
from gouji.settings.secret import Secret
from gouji.settings.template import commented_config

__all__ = [
    "Brake",
    "FolderSetting",
    "Language",
    "ListSetting",
    "MailSetting",
    "NoticeSetting",
    "OperatorSetting",
    "PagesSetting",
    "RemoteSetting",
    "RosterSetting",
    "RulesSetting",
    "Schedule",
    "Secret",
    "Settings",
    "SourceSetting",
    "TemplatesSetting",
    "TrackerSetting",
    "WebTable",
    "WebsiteSetting",
    "When",
    "commented_config",
    "language",
    "load",
    "make_home",
]
