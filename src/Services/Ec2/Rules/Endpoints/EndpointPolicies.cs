using System.Text;
using System.Text.Json;
using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// Policies of endpoints. Sources: "Error codes for the Amazon EC2 API" (InvalidPolicyDocument); AWS PrivateLink Guide,
/// "AWS PrivateLink quotas" (20,480 characters); the default ones as the AWS CLI's examples show them.
/// </summary>
internal static class EndpointPolicies
{
    private const int Longest = 20480;
    private const string OfGateway =
        """{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""";

    private const string OfInterface =
        "{\n  \"Statement\": [\n    {\n      \"Action\": \"*\", \n      \"Effect\": \"Allow\", \n"
        + "      \"Principal\": \"*\", \n      \"Resource\": \"*\"\n    }\n  ]\n}";

    /// <summary>The policy in force.</summary>
    public static string Of(VpcEndpointRecord endpoint) =>
        endpoint.Policy ?? (endpoint.Type == VpcEndpointType.Gateway ? OfGateway : OfInterface);

    /// <summary>Refuses what is no policy, and any policy where the service takes none.</summary>
    /// <exception cref="ServiceException">InvalidPolicyDocument, InvalidParameter (guessed).</exception>
    public static string? Check(string? policy, bool supported)
    {
        if (policy is null)
        {
            return null;
        }

        if (!supported)
        {
            throw EndpointErrors.InvalidParameter("The VPC endpoint service does not support endpoint policies.");
        }

        if (policy.Length > Longest)
        {
            throw Invalid($"The policy is longer than {Longest} characters.");
        }

        return HasStatements(policy) ? policy : throw Invalid("The policy contains invalid Json");
    }

    private static bool HasStatements(string policy)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(policy));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("Statement", out var statement)
                && statement.ValueKind is JsonValueKind.Array or JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ServiceException Invalid(string message) => new("InvalidPolicyDocument", message);
}
