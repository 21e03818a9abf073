namespace Orrery.Engines.Policies.Sets;

/// <summary>
/// Splits all texts by which patterns they match: the product of the patterns' automata, walked from the beginning, so
/// that each atom comes with its shortest text. Characters that no pattern names are alike.
/// </summary>
internal sealed class Atoms
{
    private const int MostStates = 50_000;
    private const string Fillers = "x0zqjkvwyXZQJKVWY123456789-_~";

    private readonly IReadOnlyList<SetPattern> _patterns;
    private readonly char[] _alphabet;
    private readonly Dictionary<string, Atom> _found = new(StringComparer.Ordinal);

    private Atoms(IReadOnlyList<SetPattern> patterns)
    {
        _patterns = patterns;
        var named = patterns.SelectMany(p => p.Characters).Append(':').Distinct().Order().ToList();
        var filler = Fillers.FirstOrDefault(c => !named.Contains(c), '\u00A1');
        _alphabet = [filler, .. named];
    }

    /// <summary>Whether all atoms were found; false where there were too many states to walk.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The atoms.</summary>
    public IReadOnlyCollection<Atom> All => _found.Values;

    /// <summary>The atoms of patterns.</summary>
    public static Atoms Of(IReadOnlyList<SetPattern> patterns)
    {
        var atoms = new Atoms(patterns);
        atoms.Walk();
        return atoms;
    }

    private void Walk()
    {
        var begin = new bool[_patterns.Sum(p => p.Places)];
        ForEach((pattern, at, _) => pattern.Begin(begin.AsSpan(at, pattern.Places)));
        var seen = new HashSet<string>(StringComparer.Ordinal) { Key(begin) };
        var queue = new Queue<(bool[] State, string Text)>();
        queue.Enqueue((begin, ""));
        while (queue.TryDequeue(out var next))
        {
            Note(next.State, next.Text);
            foreach (var c in Telling(next.State))
            {
                var state = new bool[next.State.Length];
                ForEach((pattern, at, _) => pattern.Step(
                    next.State.AsSpan(at, pattern.Places), c, state.AsSpan(at, pattern.Places)));
                if (seen.Add(Key(state))) queue.Enqueue((state, next.Text + c));
            }

            if (seen.Count <= MostStates) continue;
            IsComplete = false;
            return;
        }
    }

    // In a state only those characters matter that some pattern waits for, and colons: all others are like the filler.
    private List<char> Telling(bool[] state)
    {
        var awaited = new HashSet<char> { _alphabet[0], ':' };
        ForEach((pattern, at, _) => pattern.Await(state.AsSpan(at, pattern.Places), awaited));
        return [.. _alphabet.Where(awaited.Contains)];
    }

    private void Note(bool[] state, string text)
    {
        var matches = new bool[_patterns.Count];
        ForEach((pattern, at, index) => matches[index] = pattern.Accepts(state.AsSpan(at, pattern.Places)));
        _found.TryAdd(Key(matches), new(matches, text));
    }

    private void ForEach(Action<SetPattern, int, int> action)
    {
        var at = 0;
        for (var index = 0; index < _patterns.Count; index++)
        {
            action(_patterns[index], at, index);
            at += _patterns[index].Places;
        }
    }

    // The bits, sixteen in a character.
    private static string Key(bool[] bits) => string.Create((bits.Length + 15) / 16, bits, static (chars, state) =>
    {
        chars.Clear();
        for (var i = 0; i < state.Length; i++)
        {
            if (state[i]) chars[i / 16] |= (char)(1 << (i % 16));
        }
    });
}
