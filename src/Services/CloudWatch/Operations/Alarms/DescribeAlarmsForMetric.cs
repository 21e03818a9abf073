namespace Orrery.Services.CloudWatch.Operations.Alarms;

/// <summary>Later.</summary>
public sealed class DescribeAlarmsForMetric;
