namespace Outreach.Bot.Turns;

/// <summary>What can be asked for by word or button. The words stand in phrases.yml as <c>command.menu</c>, …; names are part of button values: append, never rename.</summary>
internal enum Command
{
    Start,
    Menu,
    Hotline,
    Language,
    Subscribe,
    Stop,
    Privacy,
    Forget,
    Help,
}
