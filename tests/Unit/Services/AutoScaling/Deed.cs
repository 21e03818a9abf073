namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>What may happen to a group that lives at random: calls, and events that nobody asked for.</summary>
internal enum Deed
{
    /// <summary>The clock is turned.</summary>
    Turn,

    /// <summary>Another desired capacity.</summary>
    Desire,

    /// <summary>Other limits.</summary>
    Resize,

    /// <summary>An instance is attached.</summary>
    Attach,

    /// <summary>An instance is detached.</summary>
    Detach,

    /// <summary>An instance is set aside.</summary>
    Standby,

    /// <summary>An instance comes back from standby.</summary>
    Return,

    /// <summary>An instance is said to be unhealthy.</summary>
    Sicken,

    /// <summary>An instance is protected from scaling in, or no longer.</summary>
    Protect,

    /// <summary>An instance is ended through the group.</summary>
    End,

    /// <summary>An instance is ended behind the group's back.</summary>
    Kill,

    /// <summary>A hook is made.</summary>
    Hook,

    /// <summary>A hook is deleted.</summary>
    Unhook,

    /// <summary>A hook is completed for an instance.</summary>
    Complete,

    /// <summary>A pool of capacity gets less room, or any.</summary>
    Room,

    /// <summary>A zone fails for a while.</summary>
    Fail,

    /// <summary>A Spot Instance gets its notice.</summary>
    Interrupt,

    /// <summary>The template gets another version.</summary>
    Renew,

    /// <summary>A refresh begins.</summary>
    Refresh,

    /// <summary>A refresh is cancelled.</summary>
    Cancel,

    /// <summary>A process is suspended, or all go on.</summary>
    Suspend,
}
