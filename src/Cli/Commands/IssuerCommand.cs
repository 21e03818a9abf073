using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orrery.Cli.Output;
using Orrery.Host.Admin;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery issuer</c>: declare the keys of OpenID Connect issuers.</summary>
internal static class IssuerCommand
{
    public static Command Create(Globals globals)
    {
        var command = new Command("issuer", "Declare the keys by which tokens of OpenID Connect providers are believed")
        {
            List(globals), Declare(globals), Remove(globals),
        };
        globals.Run(command, ListAsync);
        return command;
    }

    private static Command List(Globals globals)
    {
        var world = Globals.World();
        var command = new Command("list", "The issuers whose keys were declared") { world };
        globals.Run(command, world, ListAsync);
        return command;
    }

    private static Command Declare(Globals globals)
    {
        var world = Globals.World();
        var issuer = Issuer();
        var file = new Argument<string>("file")
        {
            Description = "Its public keys: a JSON Web Key Set, as the issuer has it at its jwks_uri",
        };
        var command = new Command("declare", "Declare the keys of an issuer, in the place of those that it had")
        {
            issuer, file, world,
        };
        globals.Run(command, world, async run =>
        {
            var facts = await run.Orrery.PutAsync(
                PathOf(run.Parsed.GetRequiredValue(issuer)), Read(run.Parsed.GetRequiredValue(file)),
                AdminJson.Default.JsonObject, AdminJson.Default.IssuerFacts, run.Stop);
            run.Answer(facts, AdminJson.Default.IssuerFacts, screen => screen.Line(
                $"[green]Tokens of {Screen.Text(facts.Issuer)} are believed by "
                + $"{Screen.Text(string.Join(", ", facts.Keys))}.[/]"));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Remove(Globals globals)
    {
        var world = Globals.World();
        var issuer = Issuer();
        var command = new Command("remove", "Take a declaration back: no token of the issuer is believed any more")
        {
            issuer, world,
        };
        globals.Run(command, world, async run =>
        {
            var address = run.Parsed.GetRequiredValue(issuer);
            using var response = await run.Orrery.SendAsync(new(HttpMethod.Delete, PathOf(address)), run.Stop);
            if (!run.Json) run.Screen.Line($"[green]Tokens of {Screen.Text(address)} are not believed any more.[/]");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<int> ListAsync(Run run)
    {
        var all = await run.Orrery.GetAsync(AdminPaths.Issuers, AdminJson.Default.IssuerFactsArray, run.Stop);
        run.Answer(all, AdminJson.Default.IssuerFactsArray, screen =>
        {
            if (all.Length == 0) screen.Line("[grey]No issuer's keys were declared.[/]");
            foreach (var facts in all)
            {
                screen.Line($"[bold]{Screen.Text(facts.Issuer)}[/]  {Screen.Text(string.Join(", ", facts.Keys))}  "
                    + $"[grey]since {Instants.Format(facts.DeclaredAt)}[/]");
            }
        });
        return ExitCodes.Ok;
    }

    private static JsonObject Read(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject
                ?? throw new CliException($"{path} is no key set: expected a JSON object with a member 'keys'.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CliException($"{path} cannot be read as a key set: {problem.Message}");
        }
    }

    private static Argument<string> Issuer() =>
        new("issuer") { Description = "Its address, as its tokens have it in iss: https://…" };

    private static string PathOf(string issuer) => $"{AdminPaths.Issuers}/{Uri.EscapeDataString(issuer)}";
}
