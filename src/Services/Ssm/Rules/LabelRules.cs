using Orrery.Core;
using Orrery.Services.Ssm.Records;

namespace Orrery.Services.Ssm.Rules;

/// <summary>Labels of versions. Source: Systems Manager API Reference, LabelParameterVersion.</summary>
internal static class LabelRules
{
    private const int Most = 10;
    private const int MostLetters = 100;

    /// <summary>Whether a text may be a label.</summary>
    public static bool IsGood(string label) =>
        label.Length is > 0 and <= MostLetters
        && !char.IsAsciiDigit(label[0])
        && !label.StartsWith("aws", StringComparison.OrdinalIgnoreCase)
        && !label.StartsWith("ssm", StringComparison.OrdinalIgnoreCase)
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    /// <summary>Refuses more labels than a version has.</summary>
    /// <exception cref="ServiceException">ParameterVersionLabelLimitExceeded.</exception>
    public static void Hold(VersionRecord version, IReadOnlyList<string> more)
    {
        if (version.Labels.Union(more).Count() > Most)
            throw new ServiceException(
                "ParameterVersionLabelLimitExceeded", $"A parameter version can have a maximum of {Most} labels.");
    }
}
