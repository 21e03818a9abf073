using System.Text.RegularExpressions;

namespace Orrery.Kernel;

/// <summary>What a world may be called: names become file names.</summary>
internal static partial class WorldNames
{
    public static string Checked(string name) =>
        Pattern().IsMatch(name)
            ? name
            : throw new ArgumentException(
                $"'{name}' cannot name a world: 1 to 64 letters, digits, dots, dashes and underscores, "
                + "a letter or digit first.");

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex Pattern();
}
