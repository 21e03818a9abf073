using Orrery.Engines.Policies.Patterns;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Conditions;

/// <summary>A text, a pattern or an ARN, with variables.</summary>
internal sealed class TextOperand(Comparison comparison, Template text) : Operand
{
    private readonly Glob? _glob = comparison == Comparison.StringLike && text.Constant is { } constant
        ? Glob.OfCompiled(constant)
        : null;

    /// <summary>The text.</summary>
    public Template Text => text;

    /// <inheritdoc/>
    public override bool Matches(string value, IRequestContext context)
    {
        if (_glob is not null) return _glob.Matches(value);
        if (text.Constant is not null) return Compare(text.Constant, value);
        var rendered = new RenderedText(stackalloc char[256]);
        try
        {
            return text.Render(context, ref rendered) && Compare(rendered.Text, value);
        }
        finally
        {
            rendered.Dispose();
        }
    }

    private bool Compare(ReadOnlySpan<char> ours, string value) => comparison switch
    {
        Comparison.StringEquals => ours.SequenceEqual(value),
        Comparison.StringEqualsIgnoreCase => ours.Equals(value, StringComparison.OrdinalIgnoreCase),
        Comparison.StringLike => GlobMatcher.Matches(ours, value),
        _ => Arn.Is(value) && Arn.Matches(ours, value),
    };
}
