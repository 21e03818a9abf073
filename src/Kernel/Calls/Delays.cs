namespace Orrery.Kernel.Calls;

/// <summary>How long transitions take.</summary>
public enum Delays
{
    /// <summary>They settle at once after the commit that began them.</summary>
    None,

    /// <summary>They take what AWS documents, in virtual time.</summary>
    Aws,
}
