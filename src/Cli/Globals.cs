using System.CommandLine;
using Orrery.Cli.Output;

namespace Orrery.Cli;

/// <summary>The options of every command, and how every command is run.</summary>
internal sealed class Globals(CliContext context)
{
    /// <summary>Where Orrery answers when nothing is said.</summary>
    public const string DefaultEndpoint = "http://localhost:4566";

    /// <summary>Where Orrery answers.</summary>
    public Option<string?> Endpoint { get; } = new("--endpoint")
    {
        Description = $"Where Orrery answers (or ORRERY_ENDPOINT) [default: {DefaultEndpoint}]",
        HelpName = "URL",
        Recursive = true,
    };

    /// <summary>Machine-readable answers.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON", Recursive = true };

    /// <summary>The process.</summary>
    public CliContext Context => context;

    /// <summary>An option that names the world a command is for. Each command takes its own.</summary>
    public static Option<string?> World() => new("--world", "-w")
    {
        Description = "The world it is about (or ORRERY_WORLD) [default: the one of `orrery up`]",
        HelpName = "NAME",
    };

    /// <summary>Gives a command its body.</summary>
    public void Run(Command command, Func<Run, Task<int>> body) => Run(command, null, body);

    /// <summary>Gives a command its body.</summary>
    public void Run(Command command, Option<string?>? world, Func<Run, Task<int>> body) =>
        command.SetAction(async (parsed, stop) =>
        {
            try
            {
                using var run = new Run(this, parsed, world, stop);
                return await body(run);
            }
            catch (CliException problem)
            {
                var screen = Screen.ForComplaints(context);
                screen.Line($"[red]error:[/] {Screen.Text(problem.Message)}");
                if (problem.Hint is not null) screen.Line($"[grey]hint:[/]  {Screen.Text(problem.Hint)}");
                return problem.ExitCode;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                Screen.ForComplaints(context).Line("[red]error:[/] Broken off.");
                return ExitCodes.Failed;
            }
        });

    /// <summary>The endpoint: option, environment, default.</summary>
    /// <exception cref="CliException">It is no URL.</exception>
    public Uri EndpointOf(ParseResult parsed)
    {
        var text = parsed.GetValue(Endpoint) ?? Variable("ORRERY_ENDPOINT") ?? DefaultEndpoint;
        if (!text.Contains("://", StringComparison.Ordinal)) text = "http://" + text;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new CliException($"{text} is not a URL.", $"It looks like {DefaultEndpoint}.");
    }

    /// <summary>An environment variable; empty counts as unset.</summary>
    public string? Variable(string name) => context.Environment(name) is { Length: > 0 } value ? value : null;
}
