namespace Orrery.Profile;

/// <summary>
/// What an entry of the counts tells: <c>PgoInstrumentationKind</c> of dotnet/runtime, src/coreclr/inc/corjit.h.
/// </summary>
internal enum CountKind
{
    /// <summary>How often the code of an offset ran.</summary>
    BlockCount = 0x41,

    /// <summary>How often control went from an offset to another.</summary>
    EdgeCount = 0x181,

    /// <summary>How many calls the types that follow were sampled of.</summary>
    HistogramCount = 0xB1,

    /// <summary>Types that objects had at a call or cast.</summary>
    HistogramTypes = 0xC3,
}
