namespace Orrery.Services.Ec2.Records;

/// <summary>A resource that an analysis names, as it was then.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Arn">Its ARN.</param>
public sealed record ComponentRecord(string Id, string Arn);
