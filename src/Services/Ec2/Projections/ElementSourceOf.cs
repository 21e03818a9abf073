using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Kernel.State;

namespace Orrery.Services.Ec2.Projections;

/// <summary>The elements that one table's records make.</summary>
/// <typeparam name="TId">The typed id.</typeparam>
/// <typeparam name="TRecord">The record.</typeparam>
/// <param name="table">The table.</param>
/// <param name="make">
/// Makes the element of a record, from it and what is indexed by it; null for a record that is no element.
/// </param>
internal sealed class ElementSource<TId, TRecord>(
    Table<TId, TRecord> table, Func<Place, TRecord, Element?>? make) : ElementSource
    where TId : struct, IResourceId<TId>
    where TRecord : class
{
    /// <summary>The other elements that show something of a record: they are made anew when it changes.</summary>
    public Func<Place, TRecord, IEnumerable<string>> Touches { get; init; } = static (_, _) => [];

    /// <inheritdoc/>
    public override string? Prefix => make is null ? null : TId.Prefix;

    /// <inheritdoc/>
    public override IEnumerable<Element> All(Place place) => make is null
        ? []
        : place.Read(table).All().Select(record => make(place, record)).OfType<Element>();

    /// <inheritdoc/>
    public override Element? Find(Place place, string id) =>
        place.Read(table).Find(TId.From(id)) is { } record ? make?.Invoke(place, record) : null;

    /// <inheritdoc/>
    public override IEnumerable<string> Changed(Place place, Snapshot before, Snapshot now)
    {
        foreach (var (was, isNow) in now.ChangedSince(before, table, place.Scope))
        {
            if (make is not null)
            {
                yield return table.KeyOf(isNow ?? was!);
            }

            foreach (var id in was is null ? [] : Touches(place, was))
            {
                yield return id;
            }

            foreach (var id in isNow is null ? [] : Touches(place, isNow))
            {
                yield return id;
            }
        }
    }
}
