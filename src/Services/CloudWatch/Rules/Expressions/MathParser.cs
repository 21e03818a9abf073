using System.Globalization;
using Orrery.Core;

namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>
/// Reads an expression. Source: CloudWatch User Guide, "Using math expressions with CloudWatch metrics". Precedence is
/// the usual one, powers bind to the right (AWS names none: guessed).
/// </summary>
internal sealed class MathParser
{
    private const int MostDepth = 100;
    private static readonly string[][] Levels =
    [
        ["OR", "||"], ["AND", "&&"], ["==", "!=", "<", ">", "<=", ">="], ["+", "-"], ["*", "/"],
    ];

    private readonly List<MathToken> _tokens;
    private int _at;
    private int _depth;

    private MathParser(string text) => _tokens = MathLexer.Cut(text);

    private MathToken Next => _tokens[_at];

    /// <summary>The expression that a text is.</summary>
    /// <exception cref="ServiceException">ValidationError: it is none.</exception>
    public static MathNode Parse(string text)
    {
        if (text.TrimStart().StartsWith("SELECT ", StringComparison.OrdinalIgnoreCase))
            throw Errors.Validation("Orrery does not serve Metrics Insights queries (SELECT).");
        var parser = new MathParser(text);
        var node = parser.Level(0);
        return parser.Next.Kind == MathTokenKind.End
            ? node
            : throw MathErrors.Syntax($"'{parser.Next.Text}' is not expected");
    }

    private MathNode Level(int level)
    {
        if (level == Levels.Length) return Power();
        var left = Level(level + 1);
        while (SignOf(Levels[level]) is { } sign)
        {
            _at++;
            left = new MathNode.Binary(sign, left, Level(level + 1));
        }

        return left;
    }

    /// <summary>The sign that comes next, if it is one of these.</summary>
    private string? SignOf(string[] signs)
    {
        if (Next.Kind is not (MathTokenKind.Sign or MathTokenKind.Name)) return null;
        var text = Next.Kind == MathTokenKind.Name ? Next.Text.ToUpperInvariant() : Next.Text;
        return !signs.Contains(text) ? null : text switch { "||" => "OR", "&&" => "AND", _ => text };
    }

    private MathNode Power()
    {
        var left = Unary();
        if (!Takes("^")) return left;
        return new MathNode.Binary("^", left, Power());
    }

    private MathNode Unary()
    {
        if (++_depth > MostDepth) throw MathErrors.Syntax("it is nested too deeply");
        MathNode node = Takes("-") ? new MathNode.Negative(Power()) : Takes("+") ? Power() : Primary();
        _depth--;
        return node;
    }

    private MathNode Primary()
    {
        var token = _tokens[_at++];
        switch (token.Kind)
        {
            case MathTokenKind.Number:
                return double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? new MathNode.Number(number)
                    : throw MathErrors.Syntax($"'{token.Text}' is no number");
            case MathTokenKind.Text:
                return new MathNode.Text(token.Text);
            case MathTokenKind.Name:
                return Takes("(") ? new MathNode.Apply(token.Text.ToUpperInvariant(), List(")"))
                    : new MathNode.Name(token.Text);
            case MathTokenKind.Sign when token.Text == "(":
                var inner = Level(0);
                return Takes(")") ? inner : throw MathErrors.Syntax("a ')' is missing");
            case MathTokenKind.Sign when token.Text == "[":
                return new MathNode.Many(List("]"));
            default:
                throw MathErrors.Syntax(
                    token.Kind == MathTokenKind.End ? "it ends too early" : $"'{token.Text}' is not expected");
        }
    }

    private List<MathNode> List(string end)
    {
        var items = new List<MathNode>();
        if (Takes(end)) return items;
        do
            items.Add(Level(0));
        while (Takes(","));
        return Takes(end) ? items : throw MathErrors.Syntax($"a '{end}' is missing");
    }

    private bool Takes(string sign)
    {
        if (Next.Kind != MathTokenKind.Sign || Next.Text != sign) return false;
        _at++;
        return true;
    }
}
