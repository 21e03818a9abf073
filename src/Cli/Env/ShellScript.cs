using System.Text;
using Orrery.Cli.Output;

namespace Orrery.Cli.Env;

/// <summary>Writes the variables in the language of a shell.</summary>
internal static class ShellScript
{
    private static readonly string Ignored = string.Join(", ", ClientVariables.IgnoredByCli1);

    /// <summary>The shells that are known.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "fish", "pwsh"];

    /// <summary>The shell that the user seems to have.</summary>
    public static string Guess(Func<string, string?> environment)
    {
        if (environment("SHELL") is { Length: > 0 } shell)
            return shell.EndsWith("fish", StringComparison.Ordinal) ? "fish" : "bash";
        return environment("PSModulePath") is { Length: > 0 } ? "pwsh" : "bash";
    }

    /// <summary>The script: what to run, and as comments how and what to know.</summary>
    /// <param name="shell">One of <see cref="Shells"/>.</param>
    /// <param name="variables">The variables to set.</param>
    /// <param name="wrapper">Whether to define <c>aws</c> as a function that convinces the aws CLI version 1.</param>
    /// <param name="command">The command that printed this, for the comment that says how to use it.</param>
    public static string Write(
        string shell, IReadOnlyDictionary<string, string> variables, bool wrapper, string command)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in variables)
            text.Append(Set(shell, name, value)).Append('\n');
        text.Append(Unset(shell)).Append('\n');
        text.Append('\n');
        if (wrapper)
        {
            text.Append($"# The aws CLI version 1 ignores AWS_ENDPOINT_URL for {Ignored};\n");
            text.Append("# this function does not let it.\n");
            text.Append(Wrapper(shell)).Append('\n');
        }
        else
        {
            text.Append($"# The aws CLI version 1 ignores AWS_ENDPOINT_URL for {Ignored} in most regions.\n");
            text.Append("# For these say --endpoint-url \"$AWS_ENDPOINT_URL\", or let a shell function say it:\n");
            text.Append($"#   {command} --wrapper\n");
        }
        text.Append($"# To use all this: {Use(shell, wrapper ? command + " --wrapper" : command)}\n");
        return shell == "pwsh"
            ? text.ToString().Replace("\"$AWS_ENDPOINT_URL\"", "$env:AWS_ENDPOINT_URL", StringComparison.Ordinal)
            : text.ToString();
    }

    private static string Set(string shell, string name, string value) => shell switch
    {
        "fish" => $"set -gx {name} {Shell.Quote(value)};",
        "pwsh" => $"$env:{name} = {Shell.QuotePowerShell(value)};",
        _ => $"export {name}={Shell.Quote(value)}",
    };

    private static string Unset(string shell) => shell switch
    {
        "fish" => $"set -e {string.Join(' ', ClientVariables.ToRemove)};",
        "pwsh" => "Remove-Item -ErrorAction Ignore "
            + $"{string.Join(", ", ClientVariables.ToRemove.Select(name => "Env:" + name))};",
        _ => $"unset {string.Join(' ', ClientVariables.ToRemove)}",
    };

    private static string Wrapper(string shell) => shell switch
    {
        "fish" => "function aws; command aws --endpoint-url $AWS_ENDPOINT_URL $argv; end;",
        "pwsh" => "function aws { & (Get-Command aws -CommandType Application)[0] "
            + "--endpoint-url $env:AWS_ENDPOINT_URL @args };",
        _ => "aws() { command aws --endpoint-url \"$AWS_ENDPOINT_URL\" \"$@\"; }",
    };

    private static string Use(string shell, string command) => shell switch
    {
        "fish" => $"{command} | source",
        "pwsh" => $"{command} | Out-String | Invoke-Expression",
        _ => $"eval \"$({command})\"",
    };
}
