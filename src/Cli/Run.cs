using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Orrery.Cli.Admin;
using Orrery.Cli.Output;

namespace Orrery.Cli;

/// <summary>One run of a command: what was typed, where to answer, and the Orrery to ask.</summary>
internal sealed class Run : IDisposable
{
    private readonly Globals _globals;
    private readonly Option<string?>? _world;
    private AdminClient? _client;

    /// <summary>Makes one.</summary>
    public Run(Globals globals, ParseResult parsed, Option<string?>? world, CancellationToken stop)
    {
        _globals = globals;
        _world = world;
        Parsed = parsed;
        Stop = stop;
        Screen = Screen.ForAnswers(globals.Context);
    }

    /// <summary>What was typed.</summary>
    public ParseResult Parsed { get; }

    /// <summary>Set when the user has had enough.</summary>
    public CancellationToken Stop { get; }

    /// <summary>Where to answer.</summary>
    public Screen Screen { get; }

    /// <summary>The process.</summary>
    public CliContext Context => _globals.Context;

    /// <summary>Whether the answer is to be JSON.</summary>
    public bool Json => Parsed.GetValue(_globals.Json);

    /// <summary>Where Orrery answers.</summary>
    public Uri Endpoint => _globals.EndpointOf(Parsed);

    /// <summary>The world that was named, or null.</summary>
    public string? World => (_world is null ? null : Parsed.GetValue(_world)) ?? Variable("ORRERY_WORLD");

    /// <summary>The Orrery to ask.</summary>
    public AdminClient Orrery => _client ??= new(Endpoint, World, Context.Transport());

    /// <summary>An environment variable; empty counts as unset.</summary>
    public string? Variable(string name) => _globals.Variable(name);

    /// <summary>Answers in JSON if that was asked for, else by <paramref name="show"/>.</summary>
    public void Answer<T>(T value, JsonTypeInfo<T> shape, Action<Screen> show)
    {
        if (Json) Screen.Plain(JsonSerializer.Serialize(value, shape));
        else show(Screen);
    }

    /// <inheritdoc/>
    public void Dispose() => _client?.Dispose();
}
