using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>
/// What packets look like now, in terms of what they were when they began. A walk keeps the first packets and changes
/// only this, so that no translation loses which of them are meant.
/// </summary>
internal readonly record struct View(Slot Source, Slot Destination, Slot SourcePort, Slot DestinationPort)
{
    public static View Unchanged { get; } = new(
        Slot.From(Dimension.Source), Slot.From(Dimension.Destination), Slot.From(Dimension.SourcePort),
        Slot.From(Dimension.DestinationPort));

    public Slot this[Dimension dimension] => dimension switch
    {
        Dimension.Source => Source,
        Dimension.Destination => Destination,
        Dimension.Protocol => Slot.From(Dimension.Protocol),
        Dimension.SourcePort => SourcePort,
        _ => DestinationPort,
    };

    /// <summary>What answers such packets, ICMP aside.</summary>
    public View Reversed() => new(Destination, Source, DestinationPort, SourcePort);

    /// <summary>
    /// Which first packets now look as a box says; false where none does.
    /// </summary>
    public bool TryPull(in Box now, out Box first)
    {
        first = Box.All(now.IsV6);
        for (var dimension = Dimension.Source; dimension <= Dimension.DestinationPort; dimension++)
        {
            var slot = this[dimension];
            var range = now[dimension];
            if (slot.Of is not { } field)
            {
                if (!range.Contains(slot.Value))
                    return false;
            }
            else if (first[field].Overlaps(range))
                first = first.With(field, first[field].Intersect(range));
            else
                return false;
        }

        return true;
    }
}
