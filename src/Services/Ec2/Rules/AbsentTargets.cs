using Orrery.Core;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Targets of routes whose kind nothing here can make yet. Such an id exists nowhere, so it is refused as AWS refuses
/// an id that names nothing. Codes: "Error codes for the Amazon EC2 API" and the AWS errors that Terraform's provider
/// knows (local gateway, core network); the one of an ODB network is guessed.
/// </summary>
internal static class AbsentTargets
{
    private static readonly Dictionary<string, (string Prefix, string Code, string Noun)> Kinds = new()
    {
        ["carrierGatewayId"] = ("cagw-", "InvalidCarrierGatewayID", "carrier gateway ID"),
        ["coreNetworkArn"] = ("arn:", "InvalidCoreNetworkArn", "core network ARN"),
        ["localGatewayId"] = ("lgw-", "InvalidLocalGatewayID", "local gateway ID"),
        ["odbNetworkArn"] = ("arn:", "InvalidOdbNetworkArn", "ODB network ARN"),
    };

    /// <summary>The error for a target of such a kind: NotFound, or Malformed where the text is no id.</summary>
    public static ServiceException Refuse(RouteTargetChoice choice)
    {
        var (prefix, code, noun) = Kinds[choice.Parameter];
        return IsWellFormed(choice.Id, prefix)
            ? new ServiceException($"{code}.NotFound", $"The {noun} '{choice.Id}' does not exist")
            : new ServiceException($"{code}.Malformed", $"Invalid id: \"{choice.Id}\" (expecting \"{prefix}...\")");
    }

    private static bool IsWellFormed(string id, string prefix)
    {
        if (!id.StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = id.AsSpan(prefix.Length);
        return prefix == "arn:"
            ? rest.Count(':') >= 4
            : rest.Length is 8 or 17 && rest.IndexOfAnyExcept("0123456789abcdef") < 0;
    }
}
