namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>What an alarm does to an instance.</summary>
internal enum AlarmVerb
{
    /// <summary>Stops it.</summary>
    Stop,

    /// <summary>Ends it.</summary>
    Terminate,

    /// <summary>Reboots it.</summary>
    Reboot,

    /// <summary>Moves it to other hardware.</summary>
    Recover,
}
