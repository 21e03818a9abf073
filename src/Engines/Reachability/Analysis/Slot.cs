using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>
/// A field of a packet on its way, in terms of the packet that began: a field of that one, whatever it is, or a number
/// that something on the way put in its place.
/// </summary>
/// <param name="Of">The field of the first packet that it equals; null where it was replaced.</param>
/// <param name="Value">What it was replaced by.</param>
internal readonly record struct Slot(Dimension? Of, UInt128 Value)
{
    public static Slot From(Dimension dimension) => new(dimension, 0);

    public static Slot Fixed(UInt128 value) => new(null, value);
}
