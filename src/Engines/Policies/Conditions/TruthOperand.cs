using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Conditions;

/// <summary>A truth; null where the policy's text is none, which matches nothing.</summary>
internal sealed class TruthOperand(bool? ours) : Operand
{
    /// <summary>The truth.</summary>
    public bool? Truth => ours;

    /// <summary>Reads one; case does not count.</summary>
    public static bool? Read(ReadOnlySpan<char> text) =>
        text.Equals("true", StringComparison.OrdinalIgnoreCase) ? true
        : text.Equals("false", StringComparison.OrdinalIgnoreCase) ? false : null;

    /// <inheritdoc/>
    public override bool Matches(string value, IRequestContext context) => ours is not null && Read(value) == ours;
}
