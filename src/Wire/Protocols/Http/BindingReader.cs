using System.Globalization;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Http;

/// <summary>Gathers the members that travel outside of a message's document.</summary>
internal static class BindingReader
{
    /// <summary>Those of a request.</summary>
    public static List<BoundValue> OfRequest(
        OperationSchema operation, WireRequest request, IReadOnlyList<PathLabel> labels)
    {
        var found = new List<BoundValue>();
        foreach (var member in operation.Input.Members)
        {
            var value = member.Location switch
            {
                MemberLocation.Uri => Label(member, labels),
                MemberLocation.Header => Header(member, request.Headers),
                MemberLocation.PrefixHeaders => Prefixed(member, request.Headers),
                MemberLocation.QueryString => Query(operation, member, request.Query),
                MemberLocation.Payload => Payload(member, () => request.Body.Bytes),
                _ => null,
            };
            if (value is not null) found.Add(value);
        }

        return found;
    }

    /// <summary>Those of a result.</summary>
    public static List<BoundValue> OfResult(OperationSchema operation, WireResponse response)
    {
        var found = new List<BoundValue>();
        foreach (var member in operation.Output.Members)
        {
            var value = member.Location switch
            {
                MemberLocation.Header => Header(member, response.Headers),
                MemberLocation.PrefixHeaders => Prefixed(member, response.Headers),
                MemberLocation.StatusCode =>
                    new BoundValue(member, [response.Status.ToString(CultureInfo.InvariantCulture)]),
                MemberLocation.Payload => Payload(member, () => response.Body),
                _ => null,
            };
            if (value is not null) found.Add(value);
        }

        return found;
    }

    /// <summary>Whether a payload member is the raw body rather than a document.</summary>
    public static bool IsRaw(MemberSchema payload) => payload.Target.Kind is ShapeKind.Blob or ShapeKind.String;

    private static BoundValue? Label(MemberSchema member, IReadOnlyList<PathLabel> labels)
    {
        foreach (var label in labels)
        {
            if (string.Equals(label.Name, member.WireName, StringComparison.Ordinal))
            {
                return new BoundValue(member, [label.Value]);
            }
        }

        return null;
    }

    private static BoundValue? Header(MemberSchema member, WireHeaders headers)
    {
        if (member.Target.Kind is not ShapeKind.List)
        {
            return headers.Get(member.WireName) is { } text ? new BoundValue(member, [text]) : null;
        }

        var element = member.Target.Element!;
        var elements = new List<string>();
        foreach (var line in headers.All(member.WireName))
        {
            var isDate = element.Target.Kind is ShapeKind.Timestamp
                && element.TimestampFormat is TimestampFormat.Unspecified or TimestampFormat.Rfc822;
            elements.AddRange(isDate ? HeaderList.SplitDates(line) : HeaderList.Split(line));
        }

        return elements.Count == 0 ? null : new BoundValue(member, elements);
    }

    private static BoundValue? Prefixed(MemberSchema member, WireHeaders headers)
    {
        var prefix = member.LocationName ?? string.Empty;
        var entries = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        foreach (var header in headers.AsSpan())
        {
            if (!header.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) continue;
            var name = header.Name[prefix.Length..];
            var before = entries.FindIndex(e => e.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
            // RFC 9110, 5.3: lines of one name are one list.
            if (before < 0) entries.Add(new(name, [header.Value]));
            else entries[before] = new(entries[before].Key, [$"{entries[before].Value[0]},{header.Value}"]);
        }

        return entries.Count == 0 ? null : new BoundValue(member, [], entries);
    }

    private static BoundValue? Query(OperationSchema operation, MemberSchema member, WireQuery query)
    {
        if (member.Target.Kind is ShapeKind.Map) return QueryMap(operation, member, query);
        string[] texts = [.. query.All(member.WireName)];
        return texts.Length == 0 ? null : new BoundValue(member, texts);
    }

    // A map takes every parameter that is not another member's and not the operation's own.
    private static BoundValue? QueryMap(OperationSchema operation, MemberSchema member, WireQuery query)
    {
        var entries = query
            .Where(pair => !operation.Uri.FixedQuery.Any(f => f.Key == pair.Key) && !IsMember(operation, pair.Key))
            .GroupBy(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal)
            .Select(static g => new KeyValuePair<string, IReadOnlyList<string>>(g.Key, [.. g]))
            .ToList();
        return entries.Count == 0 ? null : new BoundValue(member, [], entries);
    }

    private static bool IsMember(OperationSchema operation, string name) => operation.Input.Members.Any(m =>
        m.Location is MemberLocation.QueryString && m.Target.Kind is not ShapeKind.Map && m.WireName == name);

    // A streamed payload is always there, also when it is empty; another raw one only when there are bytes.
    private static BoundValue? Payload(MemberSchema member, Func<ReadOnlyMemory<byte>> body)
    {
        if (member.IsStreaming) return new BoundValue(member, []);
        if (!IsRaw(member)) return null;
        var bytes = body();
        return bytes.IsEmpty ? null : new BoundValue(member, [], Bytes: bytes);
    }
}
