using Orrery.Cli;

namespace Orrery.Tests.Cli;

/// <summary>Types a command and keeps what it says.</summary>
public sealed class Typed
{
    private Typed(int code, string output, string complaints)
    {
        Code = code;
        Output = output;
        Complaints = complaints;
    }

    /// <summary>The exit code.</summary>
    public int Code { get; }

    /// <summary>Standard output.</summary>
    public string Output { get; }

    /// <summary>Standard error.</summary>
    public string Complaints { get; }

    /// <summary>Types a command without any environment, as in a pipe.</summary>
    public static Task<Typed> RunAsync(params IReadOnlyList<string> arguments) => RunAsync(new(), arguments);

    /// <summary>Types a command in a setting.</summary>
    public static async Task<Typed> RunAsync(Setting setting, params IReadOnlyList<string> arguments)
    {
        var (output, complaints) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync(arguments, new()
        {
            Out = output,
            Error = complaints,
            IsTerminal = setting.IsTerminal,
            IsErrorTerminal = setting.IsTerminal,
            Environment = setting.Variables.GetValueOrDefault,
            Transport = () => setting.Server ?? new CannedServer(),
        });
        return new(code, output.ToString(), complaints.ToString());
    }
}
