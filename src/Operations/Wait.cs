using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Operations;

/// <summary>What a waiting operation waits for.</summary>
/// <param name="Until">When it gives up, in the world's time.</param>
/// <param name="Table">The table of the record whose change may bring something.</param>
/// <param name="Scope">The record's scope.</param>
/// <param name="Key">The record's key.</param>
/// <param name="Ready">
/// From when on another run is worth its while, as things stand: now or a past instant for at once, null where only a
/// change can help. Reads a snapshot, beside the writer, so that many who wait cost the writer nothing.
/// </param>
public sealed record Wait(
    DateTimeOffset Until, AnyTable Table, Scope Scope, string Key, Func<ReadCall, DateTimeOffset?> Ready);
