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

    /// <summary>Asking a person for help, without a name.</summary>
    Person,

    /// <summary>Coming back to what was asked.</summary>
    Request,

    /// <summary>Choosing topics and hours of the monthly messages.</summary>
    Settings,
}
