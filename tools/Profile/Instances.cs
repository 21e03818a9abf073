using System.Reflection.Metadata;

namespace Orrery.Profile;

/// <summary>
/// The runtime counts together what shares code: <c>List&lt;string&gt;</c> counts as that of all reference types. The
/// ahead-of-time compiler looks for the very instance that it inlines, so the counts are repeated for those instances
/// that counted methods call, and those whose objects they met.
/// </summary>
internal sealed class Instances(TypeIndex types)
{
    private const int LongestKey = 1000;

    private readonly Dictionary<(IndexedType Type, MethodDefinitionHandle Handle), List<Counted>> _counted = [];
    private readonly Dictionary<IndexedType, List<MethodDefinitionHandle>> _methodsOf = [];
    private readonly List<Counted> _roots = [];
    private readonly HashSet<string> _known = [];
    private readonly Queue<Counted> _due = new();

    /// <summary>Takes a counted method.</summary>
    public void Add(FoundMethod method, CountedMethod counts)
    {
        var one = new Counted(method, counts, IsRoot: true);
        if (!_counted.TryGetValue((method.Type, method.Handle), out var counted))
        {
            _counted.Add((method.Type, method.Handle), counted = []);
            if (!_methodsOf.TryGetValue(method.Type, out var methods)) _methodsOf.Add(method.Type, methods = []);
            methods.Add(method.Handle);
        }
        counted.Add(one);
        _roots.Add(one);
        _known.Add(method.Key);
    }

    /// <summary>The instances of those methods, with the counts of each.</summary>
    public IEnumerable<(FoundMethod Method, CountedMethod Counts)> All()
    {
        var calls = new CallScanner(types);
        foreach (var root in _roots) _due.Enqueue(root);
        while (_due.TryDequeue(out var caller))
        {
            if (!caller.IsRoot) yield return (caller.Method, caller.Counts);
            // Of a generic method that is not known of which types there is nothing to tell what it calls.
            if (caller.Method.Own.Count != caller.Method.Definition.GetGenericParameters().Count) continue;
            foreach (var called in calls.CallsOf(caller.Method)) Meet(called);
            foreach (var entry in caller.Counts.Entries)
                foreach (var type in entry.Types) Meet(type);
        }
    }

    private void Meet(TypeName type)
    {
        if (type is { Suffix: "", Arguments.Count: > 0 } && types.Find(type) is { } found)
            MeetAll(found, type.Arguments);
    }

    private void Meet(FoundMethod called)
    {
        if (called.Arguments.Count > 0) MeetAll(called.Type, called.Arguments);
        if (called.Own.Count > 0) Offer(called);
    }

    // Where one method of a type is called, others will be.
    private void MeetAll(IndexedType type, IReadOnlyList<TypeName> arguments)
    {
        foreach (var handle in _methodsOf.GetValueOrDefault(type) ?? [])
            if (type.Reader.GetMethodDefinition(handle).GetGenericParameters().Count == 0)
                Offer(new(type, handle, arguments, []));
    }

    private void Offer(FoundMethod method)
    {
        if (!_counted.TryGetValue((method.Type, method.Handle), out var counted)) return;
        TypeName[] shared = [.. method.Arguments.Select(types.Shared)];
        var text = TypeName.Text(shared);
        if (counted.Find(one => TypeName.Text(one.Method.Arguments) == text) is not { } fitting) return;
        TypeName[] own = [.. method.Own.Select(types.Shared)];
        foreach (var one in new[] { method, method with { Arguments = shared, Own = own } })
        {
            if (one.Key.Length > LongestKey || !_known.Add(one.Key)) continue;
            _due.Enqueue(new(one, fitting.Counts, IsRoot: false));
        }
    }

    private sealed record Counted(FoundMethod Method, CountedMethod Counts, bool IsRoot);
}
