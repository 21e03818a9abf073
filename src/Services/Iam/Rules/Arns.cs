namespace Orrery.Services.Iam.Rules;

/// <summary>The ARNs and paths of identity. Source: IAM User Guide, "IAM identifiers".</summary>
internal static class Arns
{
    /// <summary>The path of what was made without one.</summary>
    public const string NoPath = "/";

    /// <summary>An ARN of something that has a path.</summary>
    /// <param name="account">The account.</param>
    /// <param name="kind">For example <c>user</c>.</param>
    /// <param name="path">Its path.</param>
    /// <param name="name">Its name.</param>
    public static string Of(string account, string kind, string path, string name) =>
        $"arn:aws:iam::{account}:{kind}{path}{name}";

    /// <summary>A path that was given, or that of nothing given.</summary>
    /// <exception cref="ServiceException">ValidationError: it does not begin and end with a slash.</exception>
    public static string Path(string? given) => given switch
    {
        null or "" => NoPath,
        _ when given[0] == '/' && given[^1] == '/' => given,
        _ => throw Errors.Validation(
            "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric "
            + "characters and/or / characters."),
    };

    /// <summary>The account in an ARN; empty where it has none.</summary>
    public static string AccountOf(string arn) => arn.Split(':') is { Length: > 4 } parts ? parts[4] : "";

    /// <summary>The last part of an ARN, behind the path.</summary>
    public static string NameOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
