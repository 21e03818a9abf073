namespace Orrery.Cli.Env;

/// <summary>The environment variables that point clients of AWS at Orrery.</summary>
internal static class ClientVariables
{
    /// <summary>
    /// Services whose endpoint the aws CLI version 1 does not take from AWS_ENDPOINT_URL in most regions: for them
    /// only --endpoint-url helps. Version 2 and the SDKs take it for all.
    /// </summary>
    public static IReadOnlyList<string> IgnoredByCli1 { get; } = ["rds", "sqs", "emr", "docdb", "neptune", "health"];

    /// <summary>What would lead clients elsewhere if it stayed set.</summary>
    public static IReadOnlyList<string> ToRemove { get; } = ["AWS_SESSION_TOKEN", "AWS_PROFILE"];

    /// <summary>The variables and their values, in the order to print them.</summary>
    /// <param name="endpoint">Where Orrery answers, with the world's path if one was named.</param>
    /// <param name="account">The account to be root of; null for the default account.</param>
    /// <param name="region">The region.</param>
    public static Dictionary<string, string> For(Uri endpoint, string? account, string region) => new()
    {
        ["AWS_ENDPOINT_URL"] = endpoint.ToString().TrimEnd('/'),
        ["AWS_ACCESS_KEY_ID"] = account ?? "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
        ["AWS_REGION"] = region,
        ["AWS_DEFAULT_REGION"] = region,
    };
}
