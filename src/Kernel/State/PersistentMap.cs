using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Orrery.Kernel.State;

/// <summary>
/// An immutable ordered map: a weight-balanced tree (Adams; balance parameters 3 and 2 as proved by Hirai and Yamamoto,
/// "Balancing weight-balanced trees"). Put, remove and find are O(log n) and share all untouched nodes with the map
/// they came from; so a snapshot is a reference and a fork costs nothing. One node of 56 bytes per entry.
/// </summary>
internal sealed class PersistentMap<TKey, TValue, TOrder>
    where TOrder : struct, IOrder<TKey>
{
    private const int Delta = 3;
    private const int Ratio = 2;

    private readonly Node? _root;

    private PersistentMap(Node? root) => _root = root;

    public static PersistentMap<TKey, TValue, TOrder> Empty { get; } = new(null);

    public int Count => Size(_root);

    /// <summary>The longest way from the root; for tests of balance.</summary>
    public int Depth => DepthOf(_root);

    /// <summary>Builds a balanced map in O(n) from entries in strictly ascending key order.</summary>
    public static PersistentMap<TKey, TValue, TOrder> FromSorted(IReadOnlyList<KeyValuePair<TKey, TValue>> entries) =>
        entries.Count == 0 ? Empty : new(Build(entries, 0, entries.Count));

    public bool TryFind(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var node = _root;
        while (node is not null)
        {
            var order = TOrder.Compare(key, node.Key);
            if (order == 0)
            {
                value = node.Value;
                return true;
            }
            node = order < 0 ? node.Left : node.Right;
        }
        value = default;
        return false;
    }

    public PersistentMap<TKey, TValue, TOrder> Put(TKey key, TValue value) => new(Put(_root, key, value));

    /// <summary>The map without the key; the same map if the key is not in it.</summary>
    public PersistentMap<TKey, TValue, TOrder> Remove(TKey key) =>
        TryFind(key, out _) ? Of(Remove(_root, key)) : this;

    /// <summary>
    /// The map with many changes at once, in strictly ascending key order: what they have of their ways from the root
    /// in common is built once.
    /// </summary>
    public PersistentMap<TKey, TValue, TOrder> With(List<MapEdit<TKey, TValue>> edits) =>
        With(CollectionsMarshal.AsSpan(edits));

    /// <inheritdoc cref="With(List{MapEdit{TKey, TValue}})"/>
    public PersistentMap<TKey, TValue, TOrder> With(ReadOnlySpan<MapEdit<TKey, TValue>> edits) =>
        edits.IsEmpty ? this : Of(With(_root, edits));

    /// <summary>How many keys stand before <paramref name="key"/>.</summary>
    public int Rank(TKey key)
    {
        var rank = 0;
        var node = _root;
        while (node is not null)
        {
            if (TOrder.Compare(key, node.Key) <= 0)
            {
                node = node.Left;
            }
            else
            {
                rank += Size(node.Left) + 1;
                node = node.Right;
            }
        }
        return rank;
    }

    /// <summary>The first entry at or after <paramref name="key"/>.</summary>
    public bool TryFirstFrom(TKey key, out KeyValuePair<TKey, TValue> entry)
    {
        Node? best = null;
        for (var node = _root; node is not null;)
        {
            var order = TOrder.Compare(node.Key, key);
            if (order >= 0)
                best = node;
            node = order < 0 ? node.Right : node.Left;
        }
        entry = best is null ? default : new(best.Key, best.Value);
        return best is not null;
    }

    /// <summary>The last entry at or before <paramref name="key"/>.</summary>
    public bool TryLastUpTo(TKey key, out KeyValuePair<TKey, TValue> entry)
    {
        Node? best = null;
        for (var node = _root; node is not null;)
        {
            var order = TOrder.Compare(node.Key, key);
            if (order <= 0)
                best = node;
            node = order > 0 ? node.Left : node.Right;
        }
        entry = best is null ? default : new(best.Key, best.Value);
        return best is not null;
    }

    /// <summary>All entries in key order.</summary>
    public IEnumerable<KeyValuePair<TKey, TValue>> All()
    {
        var path = new Stack<Node>();
        Descend(path, _root);
        return Walk(path);
    }

    /// <summary>The entries at and after <paramref name="key"/>, in key order.</summary>
    public IEnumerable<KeyValuePair<TKey, TValue>> From(TKey key)
    {
        var path = new Stack<Node>();
        for (var node = _root; node is not null;)
        {
            if (TOrder.Compare(node.Key, key) < 0)
            {
                node = node.Right;
            }
            else
            {
                path.Push(node);
                node = node.Left;
            }
        }
        return Walk(path);
    }

    /// <summary>Shows the entries of a range to it, in key order, until it has enough; nothing is allocated.</summary>
    public void Visit<TRange>(ref TRange range)
        where TRange : struct, IKeyRange<TKey> => Visit(_root, ref range);

    /// <summary>
    /// The entries that stand in one of two maps only, or in both by different nodes, in key order. Where both share a
    /// subtree nothing is looked at: of two versions of a map it costs what was changed between them, times O(log n).
    /// </summary>
    public static IEnumerable<MapDifference<TKey, TValue>> Differences(
        PersistentMap<TKey, TValue, TOrder> before, PersistentMap<TKey, TValue, TOrder> after)
    {
        var (left, right) = (new Stack<Part>(), new Stack<Part>());
        Push(left, before._root);
        Push(right, after._root);
        while (left.Count > 0 || right.Count > 0)
        {
            if (left.TryPeek(out var one) & right.TryPeek(out var other) && one == other)
            {
                left.Pop();
                right.Pop();
            }
            else if (one.Weight > 1 && one.Weight >= other.Weight)
                Open(left);
            else if (other.Weight > 1)
                Open(right);
            else if (Take(left, right) is { } difference)
                yield return difference;
        }
    }

    private static bool Visit<TRange>(Node? node, ref TRange range)
        where TRange : struct, IKeyRange<TKey>
    {
        while (node is not null)
        {
            var place = range.Place(node.Key);
            if (place == 0 && (!Visit(node.Left, ref range) || !range.Take(node.Key)))
                return false;
            node = place > 0 ? node.Left : node.Right;
        }
        return true;
    }

    private static void Push(Stack<Part> parts, Node? tree)
    {
        if (tree is not null)
            parts.Push(new(tree, tree.Count == 1));
    }

    private static void Open(Stack<Part> parts)
    {
        var node = parts.Pop().Node;
        Push(parts, node.Right);
        parts.Push(new(node, IsAlone: true));
        Push(parts, node.Left);
    }

    // Both are down to single entries, or one of them is at its end.
    private static MapDifference<TKey, TValue>? Take(Stack<Part> left, Stack<Part> right)
    {
        var order = left.Count == 0 ? 1 : right.Count == 0 ? -1
            : TOrder.Compare(left.Peek().Node.Key, right.Peek().Node.Key);
        var before = order <= 0 ? left.Pop().Node : null;
        var after = order >= 0 ? right.Pop().Node : null;
        return ReferenceEquals(before, after)
            ? null
            : new(
                (before ?? after)!.Key,
                before is null ? default : before.Value,
                after is null ? default : after.Value);
    }

    private static PersistentMap<TKey, TValue, TOrder> Of(Node? root) => root is null ? Empty : new(root);

    private static IEnumerable<KeyValuePair<TKey, TValue>> Walk(Stack<Node> path)
    {
        while (path.TryPop(out var node))
        {
            yield return new(node.Key, node.Value);
            Descend(path, node.Right);
        }
    }

    private static void Descend(Stack<Node> path, Node? node)
    {
        for (; node is not null; node = node.Left)
            path.Push(node);
    }

    private static int DepthOf(Node? node) =>
        node is null ? 0 : 1 + Math.Max(DepthOf(node.Left), DepthOf(node.Right));

    private static int Size(Node? node) => node?.Count ?? 0;

    private static Node? Build(IReadOnlyList<KeyValuePair<TKey, TValue>> entries, int start, int end)
    {
        if (start == end)
            return null;
        var middle = start + ((end - start) / 2);
        var entry = entries[middle];
        return new(entry.Key, entry.Value, Build(entries, start, middle), Build(entries, middle + 1, end));
    }

    private static Node Put(Node? node, TKey key, TValue value)
    {
        if (node is null)
            return new(key, value, null, null);
        var order = TOrder.Compare(key, node.Key);
        if (order == 0)
            return new(key, value, node.Left, node.Right);
        return order < 0
            ? Balance(node.Key, node.Value, Put(node.Left, key, value), node.Right)
            : Balance(node.Key, node.Value, node.Left, Put(node.Right, key, value));
    }

    private static Node? Remove(Node? node, TKey key)
    {
        if (node is null)
            return null;
        var order = TOrder.Compare(key, node.Key);
        if (order < 0)
            return Balance(node.Key, node.Value, Remove(node.Left, key), node.Right);
        return order > 0
            ? Balance(node.Key, node.Value, node.Left, Remove(node.Right, key))
            : Join(node.Left, node.Right);
    }

    private static Node? With(Node? node, ReadOnlySpan<MapEdit<TKey, TValue>> edits)
    {
        if (edits.IsEmpty)
            return node;
        if (node is null)
            return Build(edits);
        var split = 0;
        for (var end = edits.Length; split < end;)
        {
            var middle = (split + end) / 2;
            if (TOrder.Compare(edits[middle].Key, node.Key) < 0)
                split = middle + 1;
            else
                end = middle;
        }
        var hit = split < edits.Length && TOrder.Compare(edits[split].Key, node.Key) == 0;
        var left = With(node.Left, edits[..split]);
        var right = With(node.Right, edits[(hit ? split + 1 : split)..]);
        if (!hit)
        {
            return ReferenceEquals(left, node.Left) && ReferenceEquals(right, node.Right)
                ? node
                : Link(node.Key, node.Value, left, right);
        }
        return edits[split].IsRemoval ? Merge(left, right) : Link(edits[split].Key, edits[split].Value, left, right);
    }

    private static Node? Build(ReadOnlySpan<MapEdit<TKey, TValue>> edits)
    {
        var puts = new List<KeyValuePair<TKey, TValue>>(edits.Length);
        foreach (var edit in edits)
            if (!edit.IsRemoval)
                puts.Add(new(edit.Key, edit.Value));
        return Build(puts, 0, puts.Count);
    }

    /// <summary>One tree of an entry and what stands before and after it, however much that is.</summary>
    private static Node Link(TKey key, TValue value, Node? left, Node? right)
    {
        if (left is null)
            return right is null ? new(key, value, null, null) : PutFirst(key, value, right);
        if (right is null)
            return PutLast(key, value, left);
        if (right.Count > Delta * left.Count)
            return Balance(right.Key, right.Value, Link(key, value, left, right.Left), right.Right);
        return left.Count > Delta * right.Count
            ? Balance(left.Key, left.Value, left.Left, Link(key, value, left.Right, right))
            : new(key, value, left, right);
    }

    private static Node PutFirst(TKey key, TValue value, Node? node) => node is null
        ? new(key, value, null, null)
        : Balance(node.Key, node.Value, PutFirst(key, value, node.Left), node.Right);

    private static Node PutLast(TKey key, TValue value, Node? node) => node is null
        ? new(key, value, null, null)
        : Balance(node.Key, node.Value, node.Left, PutLast(key, value, node.Right));

    /// <summary>One tree of two of any sizes, all keys of the left before all keys of the right.</summary>
    private static Node? Merge(Node? left, Node? right)
    {
        if (left is null || right is null)
            return left ?? right;
        if (right.Count > Delta * left.Count)
            return Balance(right.Key, right.Value, Merge(left, right.Left), right.Right);
        return left.Count > Delta * right.Count
            ? Balance(left.Key, left.Value, left.Left, Merge(left.Right, right))
            : Join(left, right);
    }

    /// <summary>One tree of two, all keys of the left before all keys of the right.</summary>
    private static Node? Join(Node? left, Node? right)
    {
        if (left is null)
            return right;
        if (right is null)
            return left;
        if (left.Count > right.Count)
        {
            var last = left;
            while (last.Right is not null)
                last = last.Right;
            return Balance(last.Key, last.Value, Remove(left, last.Key), right);
        }
        var first = right;
        while (first.Left is not null)
            first = first.Left;
        return Balance(first.Key, first.Value, left, Remove(right, first.Key));
    }

    private static Node Balance(TKey key, TValue value, Node? left, Node? right)
    {
        int l = Size(left), r = Size(right);
        if (l + r <= 1)
            return new(key, value, left, right);
        if (r > Delta * l)
            return RotateLeft(key, value, left, right!);
        return l > Delta * r ? RotateRight(key, value, left!, right) : new(key, value, left, right);
    }

    private static Node RotateLeft(TKey key, TValue value, Node? left, Node right)
    {
        if (Size(right.Left) < Ratio * Size(right.Right))
            return new(right.Key, right.Value, new(key, value, left, right.Left), right.Right);
        var middle = right.Left!;
        return new(
            middle.Key,
            middle.Value,
            new(key, value, left, middle.Left),
            new(right.Key, right.Value, middle.Right, right.Right));
    }

    private static Node RotateRight(TKey key, TValue value, Node left, Node? right)
    {
        if (Size(left.Right) < Ratio * Size(left.Left))
            return new(left.Key, left.Value, left.Left, new(key, value, left.Right, right));
        var middle = left.Right!;
        return new(
            middle.Key,
            middle.Value,
            new(left.Key, left.Value, left.Left, middle.Left),
            new(key, value, middle.Right, right));
    }

    /// <summary>A whole subtree, or the entry of its root alone.</summary>
    private readonly record struct Part(Node Node, bool IsAlone)
    {
        public int Weight => Node is null ? 0 : IsAlone ? 1 : Node.Count;
    }

    private sealed class Node(TKey key, TValue value, Node? left, Node? right)
    {
        public readonly TKey Key = key;
        public readonly TValue Value = value;
        public readonly Node? Left = left;
        public readonly Node? Right = right;
        public readonly int Count = Size(left) + Size(right) + 1;
    }
}
