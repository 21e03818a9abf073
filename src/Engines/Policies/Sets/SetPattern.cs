using Orrery.Engines.Policies.Patterns;

namespace Orrery.Engines.Policies.Sets;

/// <summary>
/// A pattern as an automaton: place n says that its first n tokens are matched. In an ARN the wildcards of the first
/// five parts do not reach over a colon.
/// </summary>
internal sealed class SetPattern
{
    private readonly string _tokens;
    private readonly int _tail;

    private SetPattern(string tokens, int tail)
    {
        _tokens = tokens;
        _tail = tail;
    }

    /// <summary>How many places it has.</summary>
    public int Places => _tokens.Length + 1;

    /// <summary>The characters that it names.</summary>
    public IEnumerable<char> Characters => _tokens.Where(c => c is not (Wild.Many or Wild.One));

    /// <summary>A compiled text.</summary>
    public static SetPattern OfText(string compiled) => new(compiled, 0);

    /// <summary>A compiled entry of Resource: an ARN with six parts, or any text.</summary>
    public static SetPattern OfResource(string compiled) => new(compiled, Math.Max(Arn.Tail(compiled), 0));

    /// <summary>The place to begin at, and those that stars reach from there.</summary>
    public void Begin(Span<bool> places) => Reach(places, 0);

    /// <summary>The places after a character.</summary>
    public void Step(ReadOnlySpan<bool> from, char c, Span<bool> to)
    {
        to.Clear();
        for (var place = 0; place < _tokens.Length; place++)
        {
            if (!from[place]) continue;
            var token = _tokens[place];
            var isWild = token is Wild.Many or Wild.One;
            if (isWild ? place < _tail && c == ':' : token != c) continue;
            Reach(to, token == Wild.Many ? place : place + 1);
        }
    }

    /// <summary>Adds the characters that a next one is compared with.</summary>
    public void Await(ReadOnlySpan<bool> places, HashSet<char> characters)
    {
        for (var place = 0; place < _tokens.Length; place++)
        {
            if (places[place] && _tokens[place] is not (Wild.Many or Wild.One)) characters.Add(_tokens[place]);
        }
    }

    /// <summary>Whether a text may end at these places.</summary>
    public bool Accepts(ReadOnlySpan<bool> places) => places[_tokens.Length];

    private void Reach(Span<bool> places, int place)
    {
        while (true)
        {
            places[place] = true;
            if (place == _tokens.Length || _tokens[place] != Wild.Many) return;
            place++;
        }
    }
}
