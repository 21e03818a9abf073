using System.Text;

namespace Orrery.CodeGen.Emitting;

/// <summary>Builds one line of the schema text.</summary>
internal sealed class TokenLine(string name)
{
    private readonly StringBuilder _text = new(name);

    /// <summary>Adds a word.</summary>
    public TokenLine Word(string word)
    {
        _text.Append(' ').Append(word);
        return this;
    }

    /// <summary>Adds a word when it holds.</summary>
    public TokenLine Flag(string word, bool holds) => holds ? Word(word) : this;

    /// <summary>Adds a pair when it has a value.</summary>
    public TokenLine With(string key, string? value) => value is null ? this : Word(key + "=" + Token.Escape(value));

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
