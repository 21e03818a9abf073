using System.Globalization;
using System.Runtime.CompilerServices;

namespace Orrery.Services.S3.Rules.Telling;

/// <summary>
/// What orders the events of a key: greater is later. Source: S3 user guide, "Event message structure", sequencer.
/// They are made of the order in which calls change the world, and of that of the events of a call.
/// </summary>
internal static class Sequencers
{
    private const int BitsOfEvents = 16;

    private static readonly ConditionalWeakTable<Call, StrongBox<int>> Told = [];

    /// <summary>That of the next event of a call.</summary>
    public static string Next(Call call)
    {
        var count = Told.GetOrCreateValue(call);
        return ((call.Before.Sequence << BitsOfEvents) + count.Value++).ToString("X16", CultureInfo.InvariantCulture);
    }
}
