using Orrery.Core;
using Orrery.Engines.Policies.Conditions;

namespace Orrery.Engines.Policies.Linting;

/// <summary>Addresses in conditions; <c>aws:SourceIp</c> is never a private one.</summary>
internal static class AddressLint
{
    private const string Only = "aws:SourceIp works only for public IP address ranges.";

    // RFC 1918, RFC 4193.
    private static readonly Cidr[] Private =
    [
        Cidr.Parse("10.0.0.0/8"), Cidr.Parse("172.16.0.0/12"), Cidr.Parse("192.168.0.0/16"), Cidr.Parse("fc00::/7"),
    ];

    /// <summary>Looks at one value.</summary>
    public static void Check(LintScope scope, LintedCondition condition, string value)
    {
        if (BlockOperand.Read(value) is not { } block)
        {
            scope.Error("TYPE_MISMATCH_IP_RANGE", $"The condition operator {condition.Name} is used with an invalid IP "
                + "range value. Specify the IP range in standard CIDR format.");
            return;
        }

        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && IpAddress.TryParse(value.AsSpan(0, slash), out var address) && address != block.First)
        {
            scope.Suggest("IMPROVE_IP_RANGE", "The non-zero bits in the IP address after the masked bits are ignored. "
                + $"Replace address with {block}.");
        }

        if (condition.Values.Count == 1) CheckMany(scope, condition);
    }

    /// <summary>Looks at all values together.</summary>
    public static void CheckMany(LintScope scope, LintedCondition condition)
    {
        if (!condition.Is("aws:SourceIp")) return;
        var blocks = condition.Values.Select(v => BlockOperand.Read(v)).OfType<Cidr>().ToList();
        var inside = blocks.Count(IsPrivate);
        if (inside == 0) return;
        var isNot = condition.Operator.IsNegated;
        const string own = "The values for condition key aws:SourceIp include only private IP addresses and ";
        const string mix = "The values for condition key aws:SourceIp include a mix of private and public IP "
            + "addresses. The private addresses ";
        const string update = "Update the value to include only public IP addresses.";
        const string define = "To define permissions for private IP ranges, use aws:VpcSourceIp.";
        if (inside == blocks.Count)
        {
            if (isNot) scope.Error("PRIVATE_NOT_IP_ADDRESS", $"{own}has no effect. {Only} {update}");
            else scope.Error("PRIVATE_IP_ADDRESS", $"{Only} {own}will not have the desired effect. {update}");
        }
        else if (isNot)
        {
            scope.Suggest("PRIVATE_NOT_IP_ADDRESS_SUBSET", $"{mix}have no effect. {Only} {define}");
        }
        else
        {
            scope.Suggest("PRIVATE_IP_ADDRESS_SUBSET", $"{mix}will not have the desired effect. {Only} {define}");
        }
    }

    private static bool IsPrivate(Cidr block) => Private.Any(own => own.Contains(block));
}
