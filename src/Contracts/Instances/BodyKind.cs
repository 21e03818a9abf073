namespace Orrery.Contracts.Instances;

/// <summary>What an instance consists of besides its records.</summary>
public enum BodyKind
{
    /// <summary>Nothing: it is computed.</summary>
    Modelled,

    /// <summary>Its user data runs as a process of this machine.</summary>
    Process,

    /// <summary>Something of this machine that somebody else runs, at an address.</summary>
    External,
}
