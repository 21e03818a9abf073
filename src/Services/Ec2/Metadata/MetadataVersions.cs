namespace Orrery.Services.Ec2.Metadata;

/// <summary>
/// The versions of the metadata that paths begin with. All show the same here: what is newer than a version is not
/// hidden from it. Source: EC2 User Guide, "Get the available versions of the instance metadata".
/// </summary>
internal static class MetadataVersions
{
    /// <summary>The versions, the newest last.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "1.0", "2007-01-19", "2007-03-01", "2007-08-29", "2007-10-10", "2007-12-15", "2008-02-01", "2008-09-01",
        "2009-04-04", "2011-01-01", "2011-05-01", "2012-01-12", "2014-02-25", "2014-11-05", "2015-10-20", "2016-04-19",
        "2016-06-30", "2016-09-02", "2018-03-28", "2018-08-17", "2018-09-24", "2019-10-01", "2020-10-27", "2021-01-03",
        "2021-03-23", "2021-07-15", "2022-09-24", "latest",
    ];

    /// <summary>What follows the version in a path; null where it begins with none.</summary>
    public static string? Rest(string path)
    {
        var text = path.TrimStart('/');
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var version = slash < 0 ? text : text[..slash];
        return All.Contains(version) ? slash < 0 ? "" : text[(slash + 1)..] : null;
    }
}
