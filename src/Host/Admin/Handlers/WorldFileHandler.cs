using System.Text.Json.Nodes;
using Orrery.Core;
using Orrery.Host.Admin.Shapes;
using Orrery.Kernel;
using Orrery.Kernel.Storage;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary>Export, import and comparison of worlds.</summary>
internal static class WorldFileHandler
{
    public static async Task<WireResponse> ExportAsync(Station station, AdminCall call, string name)
    {
        var passphrase = call.Passphrase ?? station.HomeKey.Passphrase;
        var world = await station.Worlds.FindAsync(name);
        var wish = new ExportWish { At = world.Current.Sequence, Passphrase = passphrase };
        var response = new WireResponse
        {
            BodyWriter = (to, gone) => station.AllWorlds.ExportAsync(name, to, wish, gone),
        };
        response.Headers.Add("Content-Type", "application/x-ndjson");
        response.Headers.Add("Content-Disposition", $"attachment; filename=\"{name}.orrery-export\"");
        return response;
    }

    public static async Task<WireResponse> ImportAsync(Station station, AdminCall call, string name)
    {
        WorldDirectory.Check(name);
        var passphrase = call.Passphrase ?? station.HomeKey.Passphrase;
        try
        {
            await using var body = call.OpenBody();
            var world = await WorldDirectory.GuardAsync(
                () => station.AllWorlds.ImportAsync(name, body, passphrase, call.Gone));
            return WorldHandler.Answer(station, world, 201);
        }
        catch (SealedExportException problem)
        {
            throw new ServiceException("SealedExport", problem.Message + (call.Passphrase is null
                ? " It was exported elsewhere: name the passphrase that it was exported with."
                : ""));
        }
        catch (InvalidDataException problem)
        {
            throw new ServiceException("MalformedExport", problem.Message);
        }
    }

    public static async Task<WireResponse> DiffAsync(Station station, string left, string right)
    {
        await station.Worlds.FindAsync(left);
        await station.Worlds.FindAsync(right);
        var differences = await WorldDirectory.GuardAsync(() => station.AllWorlds.DiffAsync(left, right));
        var entries = differences.Where(IsContent).Select(Entry).ToList();
        return AdminCall.Json(new(left, right, entries), AdminJson.Default.DiffView);
    }

    /// <summary>Clocks nearly always differ; `orrery clock` shows them.</summary>
    private static bool IsContent(RowDifference difference) => difference.Space.Table != "orrery.clock";

    private static DiffEntry Entry(RowDifference difference)
    {
        var change = (difference.Left, difference.Right) switch
        {
            (null, _) => "added",
            (_, null) => "removed",
            _ => "changed",
        };
        var (table, scope) = difference.Space;
        return new(
            change, scope.Account, scope.Region, table, difference.Key, Node(difference.Left), Node(difference.Right));
    }

    private static JsonNode? Node(byte[]? json) => json is null ? null : JsonNode.Parse(json);
}
