using Orrery.Core;

namespace Orrery.Services.Ssm.Rules;

/// <summary>Names of parameters. Source: Systems Manager API Reference, PutParameter, Name.</summary>
internal static class ParameterNames
{
    private const int MostLevels = 15;
    private const int MostLetters = 1011;

    /// <summary>Checks a name that is made.</summary>
    /// <exception cref="ServiceException">ValidationException, HierarchyLevelLimitExceededException.</exception>
    public static string Checked(string name)
    {
        RefuseReferences(name);
        var parts = name.TrimStart('/').Split('/');
        if (name.Contains('/') && !name.StartsWith('/'))
            throw Errors.Validation("Parameter name must be a fully qualified name.");
        var hasGap = name.StartsWith("//", StringComparison.Ordinal) || parts.Any(part => part.Length == 0);
        if (hasGap || !name.All(IsLetter))
            throw Errors.Validation(
                "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path, it can "
                + "consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, "
                + "numbers and the following 3 symbols .-_");
        if (Begins(parts[0], "aws") || Begins(parts[0], "ssm"))
            throw Errors.Validation(
                "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
        if (name.Length > MostLetters) throw Errors.Validation($"A name has up to {MostLetters} characters.");
        return parts.Length <= MostLevels ? name : throw new ServiceException(
            "HierarchyLevelLimitExceededException", $"A hierarchy can have a maximum of {MostLevels} levels.");
    }

    /// <summary>Refuses references to secrets by name.</summary>
    /// <exception cref="ServiceException">ValidationException.</exception>
    public static void RefuseReferences(string name)
    {
        if (name.StartsWith("/aws/reference/secretsmanager/", StringComparison.Ordinal))
            throw Errors.NotServed("references to Secrets Manager (/aws/reference/secretsmanager/)");
    }

    private static bool Begins(string text, string start) =>
        text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_';
}
