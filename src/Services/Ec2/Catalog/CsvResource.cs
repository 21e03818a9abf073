namespace Orrery.Services.Ec2.Catalog;

/// <summary>Reads the tables of facts that the program carries. Their files have no quoted fields.</summary>
internal static class CsvResource
{
    /// <summary>The rows of a table as values by column name.</summary>
    public static IEnumerable<CsvRow> Rows(string name)
    {
        using var stream = typeof(CsvResource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        var columns = reader.ReadLine()!.Split(',').Select((column, place) => (column, place))
            .ToDictionary(c => c.column, c => c.place, StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            yield return new(columns, line.Split(','));
        }
    }
}
