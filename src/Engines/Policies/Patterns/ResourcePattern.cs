using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Patterns;

/// <summary>
/// An entry of Resource or NotResource: <c>*</c>, or an ARN whose parts are matched one by one, the missing ones taken
/// as stars. Source: IAM User Guide, "IAM JSON policy elements: Resource".
/// </summary>
internal sealed class ResourcePattern
{
    private readonly Template _text;
    private readonly Glob? _whole;
    private readonly string _head;
    private readonly Glob? _tail;

    private ResourcePattern(string source, Template text)
    {
        Source = source;
        _text = text;
        var constant = text.Constant;
        var tail = constant is null ? -1 : Arn.Tail(constant);
        // Parts without a wildcard are compared in one go.
        _head = tail > 0 && !Wild.IsIn(constant.AsSpan(0, tail)) ? constant![..tail] : "";
        _tail = _head.Length > 0 ? Glob.OfCompiled(constant![tail..]) : null;
        _whole = constant is not null && tail < 0 ? Glob.OfCompiled(constant) : null;
    }

    /// <summary>The entry as it was written.</summary>
    public string Source { get; }

    /// <summary>Whether it matches every resource.</summary>
    public bool IsAny => _whole is { IsAny: true };

    /// <summary>The compiled text, with a star for every variable.</summary>
    public string Widest => _text.Widest;

    /// <summary>Whether it has a variable.</summary>
    public bool HasVariables => _text.Constant is null;

    /// <summary>Reads an entry.</summary>
    public static ResourcePattern Of(string source, bool hasVariables)
    {
        var text = source;
        if (text.StartsWith("arn:", StringComparison.Ordinal))
        {
            for (var missing = 5 - text.AsSpan().Count(':'); missing > 0 && Arn.Tail(text) < 0; missing--) text += ":*";
        }

        return new(source, Template.Of(text, hasVariables, hasWildcards: true));
    }

    /// <summary>Whether a resource matches.</summary>
    public bool Matches(in ResourceName resource, IRequestContext context)
    {
        if (_tail is not null)
        {
            return resource.Tail == _head.Length && resource.Text.StartsWith(_head, StringComparison.Ordinal)
                && _tail.Matches(resource.Text.AsSpan(_head.Length));
        }

        if (_whole is not null) return _whole.Matches(resource.Text);
        if (resource.Tail < 0) return false;
        return _text.Constant is { } constant
            ? Arn.Matches(constant, resource.Text)
            : MatchesRendered(resource, context);
    }

    /// <summary>Whether every variable has a value.</summary>
    public bool IsKnown(IRequestContext context)
    {
        if (_text.Constant is not null) return true;
        var rendered = new RenderedText(stackalloc char[256]);
        try
        {
            return _text.Render(context, ref rendered);
        }
        finally
        {
            rendered.Dispose();
        }
    }

    private bool MatchesRendered(in ResourceName resource, IRequestContext context)
    {
        var rendered = new RenderedText(stackalloc char[256]);
        try
        {
            return _text.Render(context, ref rendered) && Arn.Matches(rendered.Text, resource.Text);
        }
        finally
        {
            rendered.Dispose();
        }
    }
}
