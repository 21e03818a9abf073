using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Orrery.Testing;

namespace Orrery.Tests.Simulation.S3;

/// <summary>Objects that age while the program is killed: some each day, moved after one day and gone after three.
/// </summary>
internal static class Agings
{
    /// <summary>How many come each day: more than a lifecycle handles in one call.</summary>
    public const int EachDay = 600;

    /// <summary>After how many days they change their class.</summary>
    public const int MoveDays = 1;

    /// <summary>After how many days they go.</summary>
    public const int Days = 3;

    private const string Bucket = "/ageing-bucket";

    private const string Lifecycle = """
        <LifecycleConfiguration><Rule><ID>r</ID><Status>Enabled</Status>
        <Filter><ObjectSizeGreaterThan>1</ObjectSizeGreaterThan></Filter>
        <Transition><Days>1</Days><StorageClass>GLACIER_IR</StorageClass></Transition>
        <Expiration><Days>3</Days></Expiration></Rule></LifecycleConfiguration>
        """;

    /// <summary>Makes the bucket.</summary>
    public static async Task PrepareAsync(HttpClient http)
    {
        await Uploads.SendAsync(http, "PUT", Bucket, null);
        await Uploads.SendAsync(http, "PUT", Bucket + "?lifecycle", Encoding.UTF8.GetBytes(Lifecycle));
    }

    /// <summary>Puts the objects of a day.</summary>
    public static Task FillAsync(HttpClient http, int day) => Parallel.ForAsync(
        0, EachDay, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
            await Uploads.SendAsync(
                http, "PUT", $"{Bucket}/{day}/{number}", Encoding.UTF8.GetBytes($"{day}/{number}")));

    /// <summary>The day that it is, counted from the first.</summary>
    public static async Task<double> DayAsync(OrreryHost host) =>
        ((await host.WorldAsync()).Clock.Now - OrreryHost.DefaultStart).TotalDays;

    /// <summary>The objects that there are: their days and classes.</summary>
    public static async Task<List<(int Day, string Class)>> ListAsync(HttpClient http)
    {
        var found = new List<(int, string)>();
        var after = "";
        while (true)
        {
            var text = await Uploads.SendAsync(
                http, "GET", $"{Bucket}?list-type=2&start-after={Uri.EscapeDataString(after)}", null);
            var list = XDocument.Parse(text).Root!;
            var space = list.Name.Namespace;
            foreach (var one in list.Elements(space + "Contents"))
            {
                after = one.Element(space + "Key")!.Value;
                found.Add((
                    int.Parse(after.Split('/')[0], CultureInfo.InvariantCulture),
                    one.Element(space + "StorageClass")!.Value));
            }

            if (list.Element(space + "IsTruncated")!.Value != "true") return found;
        }
    }
}
