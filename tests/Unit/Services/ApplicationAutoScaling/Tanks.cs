using Orrery.Contracts.Alarms;
using Orrery.Contracts.Scaling;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Ids;

namespace Orrery.Tests.Unit.Services.ApplicationAutoScaling;

/// <summary>Something to scale, in the place of services that offer it.</summary>
internal sealed class Tanks(string space, string dimension, bool takesSteps = true, int least = 0) : IScalableDimension
{
    public const string Space = "ecs";
    public const string Dimension = "ecs:service:DesiredCount";

    public static readonly Table<ScalableKey, TankRecord> Table = Table<ScalableKey, TankRecord>.Resident(
        "tanks.tanks", r => r.Key, () => TankJson.Default.TankRecord);

    public static Service Service { get; } = new()
    {
        Name = "tanks",
        Operations = [],
        Tables = [Table],
        Offer = ports => ports
            .Also<IScalableDimension>(new Tanks(Space, Dimension))
            .Also<IScalableDimension>(new Tanks("dynamodb", "dynamodb:table:ReadCapacityUnits", false, 1)),
    };

    string IScalableDimension.Namespace => space;

    string IScalableDimension.Dimension => dimension;

    public string CapacityName => space == Space ? "desired count" : "read capacity units";

    public string RoleName => space == Space ? "ECSService" : "DynamoDBTable";

    public bool TakesSteps => takesSteps;

    public int LeastCapacity => least;

    public ScalableState? Find(ReadCall call, string resourceId) => call.Read(Table).Find(new(resourceId)) is { } tank
        ? new(tank.Capacity, tank.IsActive, tank.IsSettled, tank.IsScalable) : null;

    public void SetCapacity(Call call, string resourceId, int capacity)
    {
        var tank = call.Read(Table).Find(new(resourceId))!;
        if (tank.Refusal is { } refusal) throw new ServiceException("Refused", refusal);
        call.Write(Table).Put(tank with { Capacity = capacity, IsSettled = !tank.IsSlow });
    }

    public AlarmSubject? MetricOf(ReadCall call, string resourceId, string metric, string? label) =>
        metric == "ECSServiceAverageCPUUtilization"
            ? new() { Statistic = "Average", Metric = new("AWS/ECS", "CPUUtilization", [new("Name", resourceId)]) }
            : null;
}
