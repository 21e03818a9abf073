using Orrery.Core;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Conditions;

/// <summary>A block of addresses; null where the policy's text is none, which matches nothing.</summary>
internal sealed class BlockOperand(Cidr? block) : Operand
{
    /// <summary>Reads a block, or one address.</summary>
    public static Cidr? Read(string text)
    {
        if (Cidr.TryParse(text, out var block, out _)) return block;
        return IpAddress.TryParse(text, out var address) ? Cidr.Single(address) : null;
    }

    /// <inheritdoc/>
    public override bool Matches(string value, IRequestContext context) =>
        block is { } ours && AddressReader.TryRead(value, out var address) && ours.Contains(address);
}
