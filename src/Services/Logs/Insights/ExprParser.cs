using System.Globalization;
using System.Text.RegularExpressions;

namespace Orrery.Services.Logs.Insights;

/// <summary>Reads expressions: or, and, not, comparisons, sums, products, powers, values.</summary>
internal sealed class ExprParser(TokenReader reader)
{
    private const int Deepest = 64;
    private static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">="];
    private int _depth;

    /// <summary>Reads one.</summary>
    /// <exception cref="Core.ServiceException">MalformedQueryException.</exception>
    public Expr Read()
    {
        var start = reader.Next.At;
        var expr = And();
        while (reader.TakeWord("or"))
        {
            var (one, other) = (expr, And());
            expr = Of(start, r => Values.IsTrue(one.Of(r)) || Values.IsTrue(other.Of(r)), one, other);
        }

        return expr;
    }

    /// <summary>Reads one with the name of its column, if one is given.</summary>
    public Expr Named()
    {
        var expr = Read();
        return reader.TakeWord("as") ? expr with { Name = reader.Field() } : expr;
    }

    /// <summary>Reads a regular expression.</summary>
    public static Regex Regex(TokenReader reader, QueryToken token)
    {
        try
        {
            return new Regex(token.Text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            throw reader.Malformed(token, "Orrery does not serve lookarounds and backreferences in expressions");
        }
        catch (ArgumentException)
        {
            throw reader.Malformed(token, "invalid regular expression found");
        }
    }

    private Expr And()
    {
        var start = reader.Next.At;
        var expr = Not();
        while (reader.TakeWord("and"))
        {
            var (one, other) = (expr, Not());
            expr = Of(start, r => Values.IsTrue(one.Of(r)) && Values.IsTrue(other.Of(r)), one, other);
        }

        return expr;
    }

    private Expr Not()
    {
        var start = reader.Next.At;
        if (!reader.TakeWord("not"))
        {
            return Comparison();
        }

        var inner = Not();
        return Of(start, r => !Values.IsTrue(inner.Of(r)), inner);
    }

    private Expr Comparison()
    {
        var start = reader.Next.At;
        var left = Sum();
        if (Array.Find(Comparisons, reader.Take) is { } sign)
        {
            var right = Sum();
            return Of(start, r => Holds(sign, left.Of(r), right.Of(r)), left, right);
        }

        var isNot = reader.Next.Is("not") && (reader.IsWordBehind("like") || reader.IsWordBehind("in"));
        if (isNot)
        {
            reader.Take();
        }

        if (reader.TakeWord("like") || reader.Take("=~"))
        {
            var test = Like();
            return Of(start, r => Values.TextOf(left.Of(r)) is { } text ? test(text) != isNot : isNot, left);
        }

        if (reader.TakeWord("in"))
        {
            var values = List();
            return Of(start, r => values.Any(v => Holds("=", left.Of(r), v.Of(r))) != isNot, left);
        }

        return left;
    }

    private Func<string, bool> Like()
    {
        var token = reader.Take();
        if (token.Kind == QueryTokenKind.Text)
        {
            return text => text.Contains(token.Text, StringComparison.Ordinal);
        }

        if (token.Kind != QueryTokenKind.Regex)
        {
            throw reader.Malformed(token, $"unexpected symbol found {token.Text}");
        }

        var regex = Regex(reader, token);
        return regex.IsMatch;
    }

    private List<Expr> List()
    {
        reader.Need("[");
        var values = new List<Expr>();
        do
        {
            values.Add(Sum());
        }
        while (reader.Take(","));

        reader.Need("]");
        return values;
    }

    private Expr Sum()
    {
        var start = reader.Next.At;
        var expr = Product();
        while (reader.IsMark("+") || reader.IsMark("-"))
        {
            var isPlus = reader.Take().Text == "+";
            var (one, other) = (expr, Product());
            expr = Numbers(start, (a, b) => isPlus ? a + b : a - b, one, other);
        }

        return expr;
    }

    private Expr Product()
    {
        var start = reader.Next.At;
        var expr = Power();
        while (reader.IsMark("*") || reader.IsMark("/") || reader.IsMark("%"))
        {
            var mark = reader.Take().Text;
            var (one, other) = (expr, Power());
            expr = Numbers(start, (a, b) => mark == "*" ? a * b : mark == "/" ? a / b : a % b, one, other);
        }

        return expr;
    }

    private Expr Power()
    {
        var start = reader.Next.At;
        var one = Single();
        if (!reader.Take("^"))
        {
            return one;
        }

        var other = Power();
        return Numbers(start, Math.Pow, one, other);
    }

    private Expr Single()
    {
        if (++_depth > Deepest)
        {
            throw reader.Malformed(reader.Next, "the query is too deep");
        }

        var start = reader.Next.At;
        Expr expr;
        if (reader.Take("-"))
        {
            var inner = Single();
            expr = Of(start, r => Values.NumberOf(inner.Of(r)) is { } n ? -n : null, inner);
        }
        else if (reader.Take("("))
        {
            var inner = Read();
            reader.Need(")");
            expr = Of(start, inner.Of, inner);
        }
        else
        {
            expr = Value(start);
        }

        _depth--;
        return expr;
    }

    private Expr Value(int start)
    {
        var token = reader.Next;
        switch (token.Kind)
        {
            case QueryTokenKind.Number
                when double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                reader.Take();
                return Of(start, _ => number);
            case QueryTokenKind.Text:
                reader.Take();
                return Of(start, _ => token.Text);
            case QueryTokenKind.Word when reader.IsMark("(", 1):
                return new FunctionParser(reader, this).Read();
            case QueryTokenKind.Word when token.Is("true") || token.Is("false"):
                reader.Take();
                return Of(start, _ => token.Is("true"));
            case QueryTokenKind.Word or QueryTokenKind.Quoted:
                reader.Take();
                return new(token.Text, r => r.Get(token.Text), false) { IsField = true };
            default:
                throw reader.Unexpected();
        }
    }

    private Expr Of(int start, Func<Row, object?> of, params IReadOnlyList<Expr> parts) =>
        new(reader.Since(start), of, parts.Any(p => p.IsAggregate));

    private Expr Numbers(int start, Func<double, double, double> of, Expr one, Expr other) => Of(
        start,
        r => Values.NumberOf(one.Of(r)) is { } a && Values.NumberOf(other.Of(r)) is { } b
            && of(a, b) is var result && double.IsFinite(result) ? result : null,
        one,
        other);

    // A comparison with what is missing does not hold.
    private static bool Holds(string sign, object? left, object? right)
    {
        if (left is null || right is null)
        {
            return false;
        }

        var order = Values.Compare(left, right);
        return sign switch
        {
            "=" => order == 0,
            "!=" => order != 0,
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }
}
