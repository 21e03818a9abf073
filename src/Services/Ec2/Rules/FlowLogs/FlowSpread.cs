namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>
/// A flow spread evenly over its duration: of n packets, packet i (from 0) passes after i/n of the time, and as much of
/// the bytes has passed before it. So the shares of intervals are exact, and add up to the whole.
/// </summary>
/// <param name="Start">When the first packet passes.</param>
/// <param name="Duration">How long it takes.</param>
/// <param name="Packets">How many packets.</param>
/// <param name="Bytes">How many bytes.</param>
internal sealed record FlowSpread(DateTimeOffset Start, TimeSpan Duration, long Packets, long Bytes)
{
    /// <summary>The beginning of the interval that an instant is in: they are counted from 1970 (chosen).</summary>
    public static DateTimeOffset WindowOf(DateTimeOffset instant, TimeSpan interval)
    {
        var since = instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        return new(instant.UtcTicks - (((since % interval.Ticks) + interval.Ticks) % interval.Ticks), TimeSpan.Zero);
    }

    /// <summary>The shares of the intervals that have any, in order.</summary>
    public IEnumerable<FlowShare> Over(TimeSpan interval)
    {
        var window = WindowOf(Start, interval);
        for (long before = 0; before < Packets; window += interval)
        {
            var after = PacketsBefore(window + interval - Start);
            if (after > before)
            {
                yield return new(window, after - before, BytesOf(after) - BytesOf(before), At(before), At(after - 1))
                {
                    IsFirst = before == 0, IsLast = after == Packets,
                };
            }

            before = after;
        }
    }

    private long PacketsBefore(TimeSpan since) =>
        Duration == TimeSpan.Zero || since >= Duration
            ? Packets
            : (long)(((((Int128)since.Ticks) * Packets) + Duration.Ticks - 1) / Duration.Ticks);

    private long BytesOf(long packets) => (long)((Int128)Bytes * packets / Packets);

    private DateTimeOffset At(long packet) =>
        (Start + TimeSpan.FromTicks((long)((Int128)Duration.Ticks * packet / Packets))).ToUniversalTime();
}
