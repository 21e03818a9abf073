using System.CommandLine;
using System.Globalization;
using System.Net;
using Orrery.Core;
using Orrery.Host;
using Orrery.Host.Http;
using Orrery.Kernel.Calls;
using Orrery.Kernel.Time;

namespace Orrery.Cli.Commands;

/// <summary>The options of <c>orrery up</c>.</summary>
internal sealed class UpOptions
{
    private readonly Option<string?> _port = Text("--port", "PORT", "Port; 0 takes any free one [default: 4566]");
    private readonly Option<string?> _host =
        Text("--host", "ADDRESS", "Address to listen on; 0.0.0.0 or :: for all [default: 127.0.0.1]");
    private readonly Option<string?> _world =
        Text("--world", "NAME", "The world that requests are for unless they name one [default: default]");
    private readonly Option<string?> _store =
        Text("--store", "PATH", "The file of the world [default: ~/.local/share/orrery/NAME.orrery]");
    private readonly Option<bool> _ephemeral =
        new("--ephemeral") { Description = "Keep nothing: the world lives in memory" };
    private readonly Option<string?> _seed =
        Text("--seed", "NUMBER", "Of all ids and chance of a new world [default: 1]");
    private readonly Option<string?> _account =
        Text("--account", "ID", $"The account of unknown access keys [default: {HostOptions.DefaultAccount}]");
    private readonly Option<bool> _strict = new("--strict") { Description = "Refuse unknown access keys, as AWS does" };
    private readonly Option<string?> _delays =
        Text("--delays", "none|aws", "How long transitions take [default: none]");
    private readonly Option<string?> _clock =
        Text("--clock", "live|stepped", "How time moves in a new world [default: live]");
    private readonly Option<string[]> _quotas = new("--quota")
    {
        Description = "Another limit for a quota, by its Service Quotas code, as L-F678F1CE=50; may be repeated",
        HelpName = "CODE=LIMIT",
    };

    private readonly Option<string?> _bodies =
        Text(
            "--bodies", "modelled|process",
            "Whether instances tagged orrery:body=process run their user data as processes here [default: modelled]");

    private readonly Option<string?> _log = Text("--log", "text|json", "How requests are logged [default: text]");
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Log no requests" };

    /// <summary>Makes the command take them.</summary>
    public void AddTo(Command command)
    {
        _delays.AcceptOnlyFromAmong("none", "aws");
        _clock.AcceptOnlyFromAmong("live", "stepped");
        _bodies.AcceptOnlyFromAmong("modelled", "process");
        _log.AcceptOnlyFromAmong("text", "json");
        Option[] all =
        [
            _port, _host, _world, _store, _ephemeral, _seed, _account, _strict, _delays, _clock, _quotas, _bodies,
            _log, _quiet,
        ];
        foreach (var option in all)
            command.Add(option);
    }

    /// <summary>What was chosen.</summary>
    /// <exception cref="CliException">Something is not what it has to be.</exception>
    public HostOptions Read(Run run)
    {
        var ephemeral = run.Parsed.GetValue(_ephemeral);
        var store = run.Parsed.GetValue(_store);
        if (ephemeral && run.Parsed.GetValue(_store) is not null)
            throw new CliException("--ephemeral keeps nothing, --store keeps it in a file: choose one.");
        var named = run.Parsed.GetValue(_world) ?? run.Variable("ORRERY_WORLD");
        var world = named ?? (store is null ? "default" : Path.GetFileNameWithoutExtension(store));
        if (!WorldNames.IsName(world)) throw new CliException($"'{world}' does not do: {WorldNames.Rule}.");
        return new()
        {
            Port = Port(run.Parsed.GetValue(_port)),
            Address = Address(run.Parsed.GetValue(_host)),
            World = world,
            Ephemeral = ephemeral,
            Store = ephemeral ? null : store ?? WorldFiles.For(world, run.Context.Environment),
            Seed = Seed(run.Parsed.GetValue(_seed)),
            Account = Account(run.Parsed.GetValue(_account)),
            Strict = run.Parsed.GetValue(_strict),
            Delays = run.Parsed.GetValue(_delays) == "aws" ? Delays.Aws : Delays.None,
            Clock = run.Parsed.GetValue(_clock) == "stepped" ? ClockMode.Stepped : ClockMode.Live,
            Quotas = Quotas(run.Parsed.GetValue(_quotas) ?? []),
            AllowsProcessBodies = run.Parsed.GetValue(_bodies) == "process",
            Log = run.Parsed.GetValue(_quiet) ? LogFormat.Quiet
                : run.Json || run.Parsed.GetValue(_log) == "json" ? LogFormat.Json : LogFormat.Text,
            LogColour = run.Screen.HasColour,
        };
    }

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    private static int Port(string? text)
    {
        if (text is null) return HostOptions.DefaultPort;
        return ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw new CliException($"'{text}' is not a port: 0 to 65535.");
    }

    private static IPAddress Address(string? text) => text switch
    {
        null or "localhost" => IPAddress.Loopback,
        "*" => IPAddress.Any,
        _ => IPAddress.TryParse(text, out var address)
            ? address
            : throw new CliException($"'{text}' is not an address to listen on.", "For all interfaces: --host 0.0.0.0"),
    };

    private static long? Seed(string? text)
    {
        if (text is null) return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new CliException($"'{text}' is not a seed: a whole number.");
    }

    private static Dictionary<string, int> Quotas(string[] texts)
    {
        var limits = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || !int.TryParse(
                text.AsSpan(equals + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
                throw new CliException($"'{text}' is not a quota: CODE=LIMIT, as L-F678F1CE=50.", "orrery quotas");
            limits[text[..equals]] = limit;
        }

        return limits;
    }

    private static string Account(string? text)
    {
        if (text is null) return HostOptions.DefaultAccount;
        return AccountNumber.Is(text)
            ? text
            : throw new CliException($"'{text}' is not an account: it has 12 digits.");
    }
}
