using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;

namespace Orrery.Services.Ec2.Listing;

/// <summary>Lists the records of a kind by ids, filters and pages, the same for every Describe operation.</summary>
internal static class Lister
{
    /// <summary>One page of the records that a query asks for, in the order of ids.</summary>
    /// <exception cref="ServiceException">
    /// An id is malformed or names nothing, a filter is not served, or the token is not ours.
    /// </exception>
    public static Page<TRecord> List<TId, TRecord>(
        ReadCall call, TableKind<TId, TRecord> kind, Filters<TRecord> filters, ListQuery query)
        where TId : struct, IResourceId<TId>
        where TRecord : class => List(call, kind, filters, query, null);

    /// <summary>The same for an operation that lists some records of a kind only.</summary>
    /// <exception cref="ServiceException">As above; an id of a record that is not listed names nothing.</exception>
    public static Page<TRecord> List<TId, TRecord>(
        ReadCall call,
        TableKind<TId, TRecord> kind,
        Filters<TRecord> filters,
        ListQuery query,
        Func<TRecord, bool>? only)
        where TId : struct, IResourceId<TId>
        where TRecord : class
    {
        var passes = query.Filters is { Count: > 0 } ? filters.Compile(query.Filters, call) : null;
        var key = kind.Table.KeyOf;
        var after = query.NextToken is { } token ? PageToken.KeyOf(token) : null;
        var candidates = query.Ids is { Count: > 0 } ids
            ? ById(call, kind, ids)
            : filters.Narrow(query.Filters, call, key, after ?? "")
                ?? call.Read(kind.Table).From(TId.From(after ?? ""));
        if (after is not null)
        {
            candidates = candidates.Where(record => string.CompareOrdinal(key(record), after) > 0);
        }

        if (only is not null)
        {
            candidates = query.Ids is { Count: > 0 }
                ? candidates.Select(record => only(record) ? record : throw kind.NotFound(key(record)))
                : candidates.Where(only);
        }

        return Cut(passes is null ? candidates : candidates.Where(passes), key, query.MaxResults);
    }

    /// <summary>The same for a kind of which other accounts share some with the caller.</summary>
    /// <exception cref="ServiceException">As above.</exception>
    public static Page<TRecord> ListWith<TId, TRecord>(
        ReadCall call,
        TableKind<TId, TRecord> kind,
        Filters<TRecord> filters,
        ListQuery query,
        IEnumerable<TRecord> shared)
        where TId : struct, IResourceId<TId>
        where TRecord : class
    {
        var key = kind.Table.KeyOf;
        var strangers = shared.Where(record => !call.Read(kind.Table).Contains(TId.From(key(record))))
            .DistinctBy(key).ToDictionary(key, StringComparer.Ordinal);
        if (strangers.Count == 0)
        {
            return List(call, kind, filters, query);
        }

        var all = query.Ids is { Count: > 0 } ids
            ? ids.Distinct(StringComparer.Ordinal).Select(id => strangers.GetValueOrDefault(id) ?? kind.Get(call, id))
            : call.Read(kind.Table).All().Concat(strangers.Values);
        return Of(call, all.OrderBy(key, StringComparer.Ordinal), key, filters, query);
    }

    /// <summary>One page of what passes filters in a sequence that is ordered by key.</summary>
    /// <exception cref="ServiceException">A filter is not served, or the token is not ours.</exception>
    public static Page<T> Of<T>(
        ReadCall call, IEnumerable<T> ordered, Func<T, string> key, Filters<T> filters, ListQuery query)
        where T : class
    {
        var candidates = ordered.Where(filters.Compile(query.Filters, call));
        if (query.NextToken is { } token)
        {
            var after = PageToken.KeyOf(token);
            candidates = candidates.Where(item => string.CompareOrdinal(key(item), after) > 0);
        }

        return Cut(candidates, key, query.MaxResults);
    }

    /// <summary>Cuts a sequence that is ordered by key into a page.</summary>
    public static Page<T> Cut<T>(IEnumerable<T> ordered, Func<T, string> key, int? maxResults)
    {
        if (maxResults is not { } max)
        {
            return new Page<T>(ordered.ToList(), null);
        }

        var items = ordered.Take(max + 1).ToList();
        if (items.Count <= max)
        {
            return new Page<T>(items, null);
        }

        items.RemoveAt(max);
        return new Page<T>(items, PageToken.After(key(items[^1])));
    }

    private static IEnumerable<TRecord> ById<TId, TRecord>(
        ReadCall call, TableKind<TId, TRecord> kind, IReadOnlyList<string> ids)
        where TId : struct, IResourceId<TId>
        where TRecord : class =>
        ids.Distinct(StringComparer.Ordinal)
            .Select(id => kind.Get(call, id))
            .ToList()
            .OrderBy(kind.Table.KeyOf, StringComparer.Ordinal);
}
