namespace Orrery.Services.S3.Records;

/// <summary>A file of a report.</summary>
/// <param name="Key">The key of the object.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Md5">Its MD5, in hexadecimal digits.</param>
public sealed record ReportFile(string Key, long Size, string Md5);
