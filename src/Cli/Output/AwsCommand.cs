using System.Text;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Output;

/// <summary>Writes a change as the aws CLI command that makes it.</summary>
internal static class AwsCommand
{
    /// <summary>The command, for example <c>aws ec2 create-route --route-table-id rtb-… </c>.</summary>
    public static string Of(ChangeView change)
    {
        var colon = change.Action.IndexOf(':', StringComparison.Ordinal);
        var (service, operation) =
            colon < 0 ? ("", change.Action) : (change.Action[..colon] + " ", change.Action[(colon + 1)..]);
        var command = new StringBuilder("aws ").Append(service).Append(Kebab(operation));
        foreach (var (name, value) in AwsArgument.Tree(change.Arguments).Parts)
            command.Append(' ').Append(value.Text is { } text ? Option(name, text) : Nested(name, value));
        return command.ToString();
    }

    /// <summary><c>DestinationCidrBlock</c> as <c>destination-cidr-block</c>; runs of capitals stay one word.</summary>
    public static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && text[^1] != '-') text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }

    private static string Nested(string name, AwsArgument value) =>
        $"--{Kebab(name)} {string.Join(' ', value.IsList
            ? value.Parts.Values.Select(each => Shell.Quote(each.Shorthand()))
            : [Shell.Quote(value.Shorthand())])}";

    private static string Option(string name, string value) => value switch
    {
        "true" => "--" + Kebab(name),
        "false" => "--no-" + Kebab(name),
        _ => $"--{Kebab(name)} {Shell.Quote(value)}",
    };
}
