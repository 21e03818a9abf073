using Orrery.Engines.Policies.Patterns;

namespace Orrery.Engines.Policies.Requests;

/// <summary>The resource of a request: an ARN, or <c>*</c> for an action that has none.</summary>
public readonly struct ResourceName
{
    /// <summary>A resource.</summary>
    public ResourceName(string text)
    {
        Text = text;
        Tail = Arn.Tail(text);
    }

    /// <summary>An action without a resource.</summary>
    public static ResourceName Any => new("*");

    /// <summary>The ARN, or <c>*</c>.</summary>
    public string Text { get; }

    /// <summary>Where the last part of the ARN begins; -1 where it is none.</summary>
    internal int Tail { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
