"""What the operator configured: one TOML file, checked key by key."""

from gouji.settings.home import make_home
from gouji.settings.loading import load
from gouji.settings.model import Brake, DeadlineSetting, RosterSetting, RulesSetting, Schedule, Settings
from gouji.settings.secret import Secret
from gouji.settings.sources import FolderSetting, ListSetting, ObjectStoreSetting, SourceSetting, WebsiteSetting, WebTable
from gouji.settings.telling import MailSetting, NoticeSetting, OperatorSetting, PagesSetting, TemplatesSetting, When
from gouji.settings.template import commented_config
from gouji.settings.trackers import TrackerSetting

__all__ = [
    "Brake",
    "DeadlineSetting",
    "FolderSetting",
    "ListSetting",
    "MailSetting",
    "NoticeSetting",
    "ObjectStoreSetting",
    "OperatorSetting",
    "PagesSetting",
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
    "load",
    "make_home",
]
