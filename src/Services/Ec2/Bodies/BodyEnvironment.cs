using System.Globalization;

namespace Orrery.Services.Ec2.Bodies;

/// <summary>
/// The environment of the process of an instance: nothing of the program's own but where programs are found. The AWS
/// SDKs take the addresses of the metadata service and of all services from it.
/// </summary>
internal static class BodyEnvironment
{
    private const string UsualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>Makes it.</summary>
    /// <param name="wish">The instance.</param>
    /// <param name="directory">Its directory.</param>
    /// <param name="endpoint">Where the program is reached.</param>
    /// <param name="port">Where it may listen.</param>
    public static IReadOnlyDictionary<string, string> Of(BodyWish wish, string directory, Uri endpoint, int port)
    {
        var address = endpoint.ToString().TrimEnd('/');
        var id = wish.Instance.Id.Value;
        return new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? UsualPath,
            ["HOME"] = directory,
            ["LANG"] = "C.UTF-8",
            ["INSTANCE_ID"] = id,
            ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["AWS_REGION"] = wish.Scope.Region,
            ["AWS_DEFAULT_REGION"] = wish.Scope.Region,
            ["AWS_ENDPOINT_URL"] = address,
            ["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = $"{address}/_imds/{id}",
        };
    }
}
