using System.Text;

namespace Orrery.Services.Ec2.Rules.Bodies;

/// <summary>
/// User data as something to run. Only scripts are: what begins with <c>#!</c>. Source: EC2 User Guide, "Run commands
/// when you launch an EC2 instance with user data input".
/// </summary>
/// <param name="Content">The script.</param>
/// <param name="Interpreter">What runs it, and at most one argument, as Linux reads the first line.</param>
/// <param name="Refusal">Why there is nothing to run; null where there is.</param>
internal sealed record UserScript(byte[] Content, IReadOnlyList<string> Interpreter, string? Refusal)
{
    /// <summary>Reads user data.</summary>
    /// <param name="base64">As the instance has it; null where it has none.</param>
    public static UserScript Read(string? base64)
    {
        if (string.IsNullOrEmpty(base64))
        {
            return Refuse("it has no user data, so nothing runs");
        }

        var content = Convert.FromBase64String(base64);
        if (content is [0x1F, 0x8B, ..])
        {
            return Refuse("its user data is compressed, which is not served here");
        }

        var end = Array.IndexOf(content, (byte)'\n');
        var first = Encoding.UTF8.GetString(content, 0, end < 0 ? content.Length : end).Trim();
        if (first.StartsWith("#cloud-config", StringComparison.Ordinal))
        {
            return Refuse("its user data is a cloud-init configuration, which is not served here; a script (#!) is");
        }

        if (!first.StartsWith("#!", StringComparison.Ordinal) || first[2..].Trim().Length == 0)
        {
            return Refuse("its user data is no script: it does not begin with #! and an interpreter");
        }

        string[] interpreter = first[2..].Trim().Split(' ', 2, StringSplitOptions.TrimEntries);
        return new(content, interpreter, null);
    }

    private static UserScript Refuse(string why) => new([], [], why);
}
